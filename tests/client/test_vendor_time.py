"""Times: the moment where there is one, the text always."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from woodpecker_client import InvalidValue, VendorTime
from woodpecker_client.models import MicrosoftCredential, MicrosoftCredentialCreate

CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-06-11 08:15:42", datetime(2025, 6, 11, 8, 15, 42, tzinfo=UTC)),
        ("2025-06-11 08:15:42 UTC", datetime(2025, 6, 11, 8, 15, 42, tzinfo=UTC)),
        ("2025-06-11T08:15:42+0200", datetime(2025, 6, 11, 8, 15, 42, tzinfo=CEST)),
        ("2025-06-11T08:15:42.5+02:00", datetime(2025, 6, 11, 8, 15, 42, 500000, tzinfo=CEST)),
        ("2027-03-31T23:59:59Z", datetime(2027, 3, 31, 23, 59, 59, tzinfo=UTC)),
        ("11 Jun 2025 08:15", datetime(2025, 6, 11, 8, 15, tzinfo=UTC)),
    ],
)
def test_known_and_likely_forms(text, moment):
    read = VendorTime(text).datetime
    assert read == moment and read.tzinfo is not None and read.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "text",
    ["", "never", "08:15", "June", "2025", "1717171717", "2025-13-45 99:00:00", "2025-06-11 08:15 CST", "0" * 500],
)
def test_a_form_nobody_foresaw_is_no_error(text):
    assert VendorTime(text).datetime is None and VendorTime(text) == text


@pytest.mark.parametrize("raw", [1717171717, 1.5, ["x"], {"at": 1}])
def test_what_is_no_text_is_kept_as_it_came(raw):
    credential = MicrosoftCredential.from_dict(
        {"credential_id": 1, "tenant_id": "t", "client_id": "c", "name": "n", "secret_expires_at": raw}
    )
    assert credential.secret_expires_at.datetime is None
    assert credential.to_dict()["secret_expires_at"] == raw


def test_requests_take_aware_datetimes_and_text():
    def sent(expires: datetime | str) -> object:
        return MicrosoftCredentialCreate(
            tenant_id="t", client_id="c", client_secret="s", secret_expires_at=expires
        ).to_dict()["secret_expires_at"]

    assert sent(datetime(2027, 3, 31, 23, 59, 59, tzinfo=UTC)) == "2027-03-31T23:59:59Z"
    assert sent("2027-03-31T23:59:59Z") == "2027-03-31T23:59:59Z"
    with pytest.raises(InvalidValue, match="no time zone"):
        sent(datetime(2027, 3, 31))


def test_copies_and_pickles_keep_the_text():
    time = VendorTime("2025-06-11 08:15:42")
    for twin in (copy.deepcopy(time), pickle.loads(pickle.dumps(time))):
        assert twin == time and twin.raw == time.raw and twin.datetime == time.datetime
