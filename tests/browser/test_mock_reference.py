"""The reference of the API that the mock serves, and requests that are sent from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from woodpecker_mock import MockServer

from .visit import DESKTOP, SCREENS, View, Visit, visit


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as running:
        yield running


def opened(visited: Visit, tag: str, operation: str) -> Locator:
    place = visited.page.locator(f"#operations-{tag}-{operation}")
    place.locator(".opblock-summary-control").click()
    return place


def sent(place: Locator, status: int) -> Locator:
    place.get_by_role("button", name="Execute").click()
    expect(place.locator(".live-responses-table .response .response-col_status")).to_contain_text(str(status))
    return place


@pytest.mark.parametrize("view", SCREENS, ids=lambda view: view.name)
def test_a_request_is_sent_to_the_mock_and_its_response_shown(chromium: Browser, mock: MockServer, view: View) -> None:
    with visit(chromium, f"{mock.url}/docs", view) as visited:
        expect(visited.page.locator(".opblock")).to_have_count(29)
        visited.screenshot("reference")
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)

        place = sent(opened(visited, "Mailboxes", "listMailboxes"), 200)
        expect(place.locator(".live-responses-table")).to_contain_text('"type": "SMTP"')
        [entry] = mock.log
        assert (entry.operation, entry.key, entry.company, entry.status, entry.row) == (
            "listMailboxes",
            "HQ",
            "880101",
            200,
            9,
        )
        visited.screenshot("reference-response")
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


def test_the_key_at_the_top_decides_whom_a_request_is_for(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/docs", DESKTOP) as visited:
        place = opened(visited, "Account", "getMe")
        whom = visited.page.get_by_label("Requests are sent to this mock with the")
        for label, row, company in (
            ("client key of Quillby Foods (880101)", 5, ""),
            ("HQ key, the agency's own account", 8, ""),
            ("HQ key, for Quillby Foods (880101)", 9, "880101"),
        ):
            whom.select_option(label=label)
            expect(place.get_by_placeholder("x-company-id")).to_have_value(company)
            with visited.page.expect_response(f"{mock.base_url}/**"):
                sent(place, 200)
            assert (mock.log[-1].status, mock.log[-1].row) == (200, row)
        assert visited.problems == []


def test_something_new_is_written_with_the_example_of_the_spec(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/docs", DESKTOP) as visited:
        sent(opened(visited, "Companies", "createCompanyApiKey"), 201)
        assert mock.executed_for == {("createCompanyApiKey", 880101): 1}
        assert (visited.problems, visited.axe()) == ([], [])


def test_parameters_bodies_and_the_text_about_the_api_can_be_read_by_everybody(
    chromium: Browser, mock: MockServer
) -> None:
    with visit(chromium, f"{mock.url}/docs", DESKTOP) as visited:
        # In the path, in the query, and as bodies.
        for tag, operation in (("Mailboxes", "updateMailboxFooter"), ("Deliverability", "listDeliverability")):
            opened(visited, tag, operation)
        visited.page.locator("details.about > summary").click()
        expect(visited.page.get_by_role("heading", name="Concurrency limit")).to_be_visible()
        expect(visited.page.locator(".opblock-body .btn.execute")).to_have_count(2)
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)
