"""Times: the moment where there is one, the text always."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-12:00", "9999-12-31T24:00:00", "10000-01-01 00:00:00",
        "0000-01-01T00:00:00Z", "2025-06-11T00:00:00+25:00", "/2025-06-11-0000 /+25:00+25:00",
        "2025-06-11T08:15:42+99:99", "2016-12-31T23:59:60Z", "2025-06-11\ud80008:15:42",
        "\ud800", "²", "²025-06-11", "1" * 60 + "-06-11", "9" * 30 + "h" + "9" * 60, "2025-06-11 08:15 " + "+" * 10_000,
    ],
)  # fmt: skip
def test_a_text_that_names_no_moment_is_no_error(text):
    assert VendorTime(text).datetime is None and VendorTime(text) == text


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00-01:00", "9999-12-31T23:59:59+12:00", "2025-06-11T00:00+23:59"])
def test_moments_at_the_edges_can_be_used(text):
    use(VendorTime(text).datetime)


def use(moment: datetime | None) -> None:
    assert moment is not None
    assert moment.astimezone(UTC) == moment == copy.deepcopy(moment) == pickle.loads(pickle.dumps(moment))
    assert datetime.fromisoformat(moment.isoformat()) == moment and str(moment) and repr(moment)
    assert (moment < datetime(2025, 1, 1, tzinfo=UTC)) is not (moment >= datetime(2025, 1, 1, tzinfo=UTC))


PIECES = [
    "2025-06-11", "0001-01-01", "9999-12-31", "T", "08:15:42", "00:00:00", "23:59:60", "24:00", "+01:00", "-12:00",
    "+25:00", "+0200", "Z", " ", "-", ":", ".", ",", "/", "5", "12", "9" * 30, "٢٠٢٥", "²", "AM", "Jun", "Wed,", "UTC",
    "GMT+3", "EST", "'80", "W24-3", "10h36m28.5s", "e", "nan", "\x00", "\ud800",
]  # fmt: skip


@settings(max_examples=1500, database=None, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=30))
def test_whatever_the_text_there_is_a_moment_that_can_be_used_or_none(text):
    moment = VendorTime(text).datetime
    if moment is not None:
        use(moment)


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


def test_a_time_of_a_time_is_the_same_time():
    assert VendorTime(VendorTime(1.5)).raw == 1.5


def test_copies_and_pickles_keep_the_text():
    time = VendorTime("2025-06-11 08:15:42")
    for twin in (copy.deepcopy(time), pickle.loads(pickle.dumps(time))):
        assert twin == time and twin.raw == time.raw and twin.datetime == time.datetime
