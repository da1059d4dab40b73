"""Sending figures follow from the days that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.world import AgencyRecord
from woodpecker_mock.world.activity import FIGURES, Activity
from woodpecker_mock.world.sample_worlds import default_world

PATH = "/v2/agency/deliverability"
TODAY = date(2026, 3, 31)


@pytest.fixture
def mock() -> Iterator[MockServer]:
    world = default_world()
    world.clock = lambda: datetime(2026, 3, 31, 23, 59, tzinfo=UTC)
    for company in world.agencies[0].companies.values():
        company.figures = []
    with MockServer(world) as running:
        yield running


@pytest.fixture
def figures(send: Any, hq: str, agency: AgencyRecord) -> Any:
    """Give the first company these activities and ask: current and previous `emails_sent`, None if it is left out."""

    def sent_in(activities: list[Activity], **days: str) -> tuple[int, int] | None:
        company = next(iter(agency.companies.values()))
        company.figures = activities
        rows = send("GET", PATH, hq, params=days).json()["content"]
        assert [row["id"] for row in rows] in ([], [company.id])
        return tuple(rows[0]["emails_sent"].values()) if rows else None

    return sent_in


def test_the_period_is_the_last_30_days_if_none_is_named(figures: Any) -> None:
    assert figures([Activity(emails_sent=2)]) == (60, 60)
    assert figures([Activity(emails_sent=1, first=date(2026, 3, 2), last=date(2026, 3, 2))]) == (1, 0)
    assert figures([Activity(emails_sent=1, first=date(2026, 3, 1), last=date(2026, 3, 2))]) == (1, 1)
    assert figures([Activity(emails_sent=1, first=TODAY)]) == (1, 0)


def test_the_previous_period_is_as_long_and_ends_the_day_before(figures: Any) -> None:
    march = Activity(emails_sent=10, first=date(2026, 3, 1))
    assert figures([march], **{"from": "2026-03-01", "to": "2026-03-07"}) == (70, 0)
    assert figures([march], **{"from": "2026-03-03", "to": "2026-03-06"}) == (40, 20)
    assert figures([march], **{"from": "2026-03-15", "to": "2026-03-15"}) == (10, 10)


def test_one_end_is_enough(figures: Any) -> None:
    always = [Activity(emails_sent=1)]
    assert figures(always, **{"from": "2026-03-22"}) == (10, 10)
    assert figures(always, to="2026-03-15") == (30, 30)


def test_activities_add_up(figures: Any) -> None:
    spans = [Activity(emails_sent=1), Activity(emails_sent=5, last=date(2026, 3, 2))]
    assert figures(spans, **{"from": "2026-03-02", "to": "2026-03-03"}) == (2 + 5, 2 + 10)


def test_nothing_has_happened_on_days_to_come(figures: Any) -> None:
    always = [Activity(emails_sent=1)]
    assert figures(always, **{"from": "2026-03-31", "to": "2026-04-09"}) == (1, 10)
    assert figures(always, **{"from": "2026-04-01"}) is None


def test_a_company_without_activity_in_the_period_is_left_out(figures: Any) -> None:
    assert figures([]) is None
    assert figures([Activity(first=date(2026, 1, 1))]) is None
    long_ago = [Activity(emails_sent=1, last=date(2026, 2, 1))]
    assert figures(long_ago, **{"from": "2026-03-01", "to": "2026-03-31"}) is None
    assert figures(long_ago, **{"from": "2026-02-01", "to": "2026-02-02"}) == (1, 2)


def test_any_event_is_activity(send: Any, hq: str, agency: AgencyRecord) -> None:
    for company, figure in zip(agency.companies.values(), FIGURES, strict=False):
        company.figures = [Activity(**{figure: 1}, first=TODAY)]
    rows = send("GET", PATH, hq).json()["content"]
    assert [[name for name in FIGURES if row[name]["current_period"]] for row in rows] == [[name] for name in FIGURES]


@pytest.mark.parametrize(
    "days",
    [
        {"from": "2026-03-02", "to": "2026-03-01"},
        {"from": "0000-01-01"},
        {"to": "2026-02-29"},
        {"from": "20260301"},
        {"from": "9999-12-31", "to": "0001-01-01"},
    ],
)
def test_days_in_the_wrong_order_or_of_no_calendar_are_a_400(send: Any, hq: str, days: dict[str, str]) -> None:
    rejected = send("GET", PATH, hq, params=days)
    assert rejected.status_code == 400
    assert next(iter(days)) in rejected.json()["detail"]


def test_the_whole_calendar_is_a_period(figures: Any) -> None:
    ends = {"from": "0001-01-01", "to": "9999-12-31"}
    assert figures([Activity(emails_sent=1)], **ends) == (TODAY.toordinal(), date.max.toordinal())


def test_pages_have_20_companies_or_as_many_as_asked_for(send: Any, hq: str, agency: AgencyRecord) -> None:
    for company in agency.companies.values():
        company.figures = [Activity(emails_sent=1)]
    number = len(agency.companies)
    whole = send("GET", PATH, hq).json()
    totals = {"total_elements": number, "total_pages": 1, "current_page_number": 1, "page_size": 20}
    assert whole["pagination_data"] == totals
    pages = [send("GET", PATH, hq, params={"page": page, "per_page": 4}).json()["content"] for page in range(1, 6)]
    assert [len(page) for page in pages] == [4, 4, 4, number - 12, 0]
    assert sum(pages, []) == whole["content"]


def test_the_totals_have_their_older_names_if_asked_for(mock: MockServer, send: Any, hq: str) -> None:
    newer = send("GET", PATH, hq).json()["pagination_data"]
    assert {"total_elements", "total_pages"} < set(newer)
    mock.older_totals = True
    older = send("GET", PATH, hq).json()["pagination_data"]
    assert set(older) == {"total_count", "pages_count", "current_page_number", "page_size"}
    assert list(older.values()) == list(newer.values())
    # Only this route has been seen with them.
    assert "total_elements" in send("GET", "/v2/agency/companies", hq).json()["pagination_data"]
    with MockServer(older_totals=True) as other:
        assert other.older_totals


def test_seeded_companies_are_busy_but_for_some_and_send_more_than_before() -> None:
    with MockServer() as mock:
        key = mock.world.agencies[0].keys[0].value
        rows = httpx.get(mock.base_url + PATH, headers={"x-api-key": key}).json()["content"]
        assert 0 < len(rows) < len(mock.world.agencies[0].companies)
        assert all(row["emails_sent"]["current_period"] > row["emails_sent"]["previous_period"] > 0 for row in rows)
