"""From mailboxes to rows: what is found, and what two halves of one email account make."""

from __future__ import annotations

from datetime import datetime

import pytest
from woodpecker_cli.health.findings import WORDS, Finding, Level, chosen
from woodpecker_cli.health.rows import COLUMNS, Criteria
from woodpecker_cli.rows.records import flat

from .sample import CRITERIA, FROZEN, found, imap, smtp


def words(*mailboxes, criteria: Criteria = CRITERIA) -> list[str]:
    [row] = found(*mailboxes, criteria=criteria)
    return [finding.word for finding in row.findings]


def test_a_healthy_mailbox_has_no_finding() -> None:
    [row] = found(smtp(error=None, freeze_account=[]))

    assert (row.findings, row.level, row.error) == ((), Level.OK, None)
    assert row.record() == {
        "company": {"id": 7, "name": "A client"}, "address": "box1@example.com", "level": "ok", "findings": [],
        "error": None, "sent_today": 10, "daily_limit": 100, "frozen_from": None, "frozen_to": None,
        "warmup": "RUNNING", "provider": "GOOGLE", "mailbox_id": 1,
    }  # fmt: skip
    assert tuple(flat(row.record())) == COLUMNS


@pytest.mark.parametrize(
    ("details", "wanted"),
    [
        ({"error": "Authentication failed."}, ["error"]),
        ({"error": ""}, []),
        ({"sent_today": 89}, []),
        ({"sent_today": 90}, ["near-limit"]),
        ({"sent_today": 99}, ["near-limit"]),
        ({"sent_today": 100}, ["at-limit"]),
        ({"sent_today": 101}, ["at-limit"]),
        ({"sent_today": 0, "daily_limit": 0}, ["at-limit"]),
        ({"warmup_data": {"status": "PAUSED"}}, ["warmup-off"]),
        ({"warmup_data": {"status": "COOLING"}}, ["warmup-off"]),
        ({"warmup_data": {}}, ["warmup-off"]),
        ({"freeze_account": FROZEN}, ["frozen"]),
        ({"freeze_account": ""}, []),
        ({"error": "x", "sent_today": 100, "freeze_account": FROZEN}, ["error", "at-limit", "frozen"]),
    ],
)
def test_what_is_found(details, wanted: list[str]) -> None:
    assert words(smtp(**details)) == wanted


def test_what_only_receives_has_neither_limit_nor_warm_up() -> None:
    [row] = found(imap(5, email="in@example.com"))
    assert (row.findings, row.address, row.sent_today) == ((), "in@example.com", None)


@pytest.mark.parametrize(
    ("near", "sent", "wanted"),
    [(50.0, 50, ["near-limit"]), (50.0, 49, []), (100.0, 99, []), (100.0, 100, ["at-limit"])],
)
def test_how_near_is_near_can_be_set(near: float, sent: int, wanted: list[str]) -> None:
    assert words(smtp(sent_today=sent), criteria=CRITERIA._replace(near_limit=near)) == wanted


@pytest.mark.parametrize(
    ("now", "is_frozen", "shown"),
    [
        ("2026-12-01T00:00:00+00:00", False, "2026-12-24"),
        ("2026-12-23T22:59:59+00:00", False, "2026-12-24"),
        ("2026-12-23T23:00:00+00:00", True, "2026-12-24"),
        ("2026-12-26T22:59:59+00:00", True, "2026-12-24"),
        ("2026-12-27T00:00:00+00:00", False, "2027-01-06"),
        ("2027-06-01T00:00:00+00:00", False, None),
    ],
)
def test_a_period_without_sending_is_measured_in_its_own_offset(now: str, is_frozen: bool, shown: str | None) -> None:
    windows = [
        {"from": "2027-01-06T00:00:00+0100", "to": "2027-01-07T00:00:00+0100"},
        {"from": "2026-12-24T00:00:00+0100", "to": "2026-12-26T23:59:59+0100"},
    ]
    [row] = found(smtp(freeze_account=windows), criteria=CRITERIA._replace(now=datetime.fromisoformat(now)))

    assert (Finding.FROZEN in row.findings) is is_frozen
    assert (row.frozen_from and row.frozen_from[:10]) == shown


def test_a_period_that_cannot_be_read_is_shown() -> None:
    [row] = found(smtp(freeze_account=[{"from": "soon", "to": "later"}]))

    assert (row.findings, row.frozen_from, row.frozen_to) == ((), "soon", "later")


@pytest.mark.parametrize(
    ("sending", "receiving", "error"),
    [
        (None, None, None),
        ("A", None, "A"),
        (None, "B", "IMAP: B"),
        ("A", "A", "A"),
        ("A", "B", "A; IMAP: B"),
        ("", "B", "IMAP: B"),
    ],
)
def test_two_halves_are_one_row(sending, receiving, error: str | None) -> None:
    [row] = found(smtp(1, imap_id=2, error=sending), imap(2, error=receiving))

    assert (row.mailbox_id, row.error) == (1, error)


def test_halves_that_share_one_and_halves_that_only_receive() -> None:
    rows = found(smtp(1, imap_id=3), smtp(2, imap_id=3), imap(3, error="B"), imap(4), smtp(5, imap_id=99))

    assert [(row.mailbox_id, row.error) for row in rows] == [(1, "IMAP: B"), (2, "IMAP: B"), (4, None), (5, None)]


def test_a_word_names_a_finding_and_a_level_those_of_it_and_above() -> None:
    assert chosen(["error"]) == {Finding.ERROR}
    assert chosen(["problem"]) == {Finding.ERROR, Finding.UNREADABLE}
    assert chosen(["warning", "empty"]) == {one for one in Finding if one.level >= Level.WARNING} | {Finding.EMPTY}
    assert chosen(["notice"]) == {*Finding} and chosen([]) == set()
    assert len(WORDS) == len({*WORDS}) == len(Finding) + 3
    with pytest.raises(KeyError):
        chosen(["ok"])


def test_findings_are_sorted_by_level() -> None:
    levels = [finding.level for finding in Finding]

    assert levels == sorted(levels, reverse=True)
