"""Models as rows of a table, and in a notebook."""

from __future__ import annotations

import csv
import io

import pytest
from woodpecker_client import Records, records
from woodpecker_client.models import (
    ApiKeyEntry,
    ConnectionSummary,
    Mailbox,
    MicrosoftCredential,
    MicrosoftCredentialList,
)

SERVER = {"provider": "CUSTOM", "login": "o", "server": "smtp.example.com", "port": 587}
SMTP = Mailbox.from_dict(
    {
        "id": 51001,
        "type": "SMTP",
        "details": {
            "email": "<b>o@example.com",
            **SERVER,
            "error": None,
            "warmup_data": {"status": "RUNNING"},
            "freeze_account": [{"from": "2025-12-24T00:00:00+0100", "to": "2025-12-26T23:59:59+0100"}],
            "unheard_of": "private",
        },
    }
)
IMAP = Mailbox.from_dict({"id": 51002, "type": "IMAP", "details": {"email": "o@example.com", **SERVER}})


def test_a_record_is_flat_and_named_as_attributes_are_reached():
    record = SMTP.to_record()
    assert record["id"] == 51001 and record["details.email"] == "<b>o@example.com"
    assert record["details.warmup_data.status"] == "RUNNING" and record["details.error"] is None
    assert record["details.freeze_account"] == [{"from_": "2025-12-24T00:00:00+0100", "to": "2025-12-26T23:59:59+0100"}]


def test_all_records_have_the_same_columns():
    rows = records([IMAP, SMTP])
    assert [*rows[0]] == [*rows[1]] == rows.columns
    assert rows[0]["details.warmup_data.status"] is None and "details.warmup_data" not in rows.columns
    written = io.StringIO()
    writer = csv.DictWriter(written, rows.columns)
    writer.writeheader()
    writer.writerows(rows)
    assert len(written.getvalue().splitlines()) == 3


def test_no_entries_are_no_rows():
    assert records([]) == Records() and records([]).columns == [] and "<table>" in records([])._repr_html_()


def test_secrets_and_unknown_fields_are_not_in_them():
    key = ApiKeyEntry.from_dict({"api_key": "top-secret-key", "label": "crm", "hidden": "top-secret-too"})
    failed = ConnectionSummary.from_dict(
        {
            "processing_finished": True,
            "batch_size": 1,
            "pending_mailboxes_count": 0,
            "connected_mailboxes_count": 0,
            "conditionally_connected_mailboxes_count": 0,
            "failed_mailboxes_count": 1,
            "conditionally_connected_mailboxes": [],
            "failed_mailboxes": [{"smtp_password": "top-secret"}],
        }
    )
    assert key.to_record() == {"api_key": "***", "label": "crm"}
    for shown in (key.to_record(), failed.to_record(), key._repr_html_(), failed._repr_html_(), SMTP._repr_html_()):
        assert "top-secret" not in str(shown) and "private" not in str(shown)
    assert "top-secret" not in records([key, failed])._repr_html_()
    assert "smtp_password" in failed._repr_html_()


def test_a_notebook_shows_a_table_with_every_text_escaped():
    shown = SMTP._repr_html_()
    assert "<td>details.email</td><td>&lt;b&gt;o@example.com</td>" in shown and "<b>" not in shown
    table = records([SMTP, IMAP])._repr_html_()
    assert table.count("<tr>") == 3 and "<th>details.email</th>" in table and "<b>" not in table


def test_a_long_table_says_how_long_it_is():
    shown = records([IMAP] * 101)._repr_html_()
    assert shown.count("<tr>") == 101 and "101 rows, of which 100 are shown" in shown


@pytest.mark.parametrize("time", ["2027-03-31T23:59:59Z", "soon"])
def test_times_are_text_and_models_in_lists_are_records(time):
    credential = MicrosoftCredential.from_dict({"credential_id": 1, "secret_expires_at": time})
    listed = MicrosoftCredentialList.from_dict({"credentials": [credential.to_dict()]}).to_record()
    assert listed == {"credentials": [{"credential_id": 1, "secret_expires_at": time}]}
    assert type(credential.to_record()["secret_expires_at"]) is str
