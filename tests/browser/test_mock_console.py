"""The mock's console, as people see and use it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Locator, expect
from woodpecker_mock import MockServer, World, big_world

from .visit import DESKTOP, PHONE, SCREENS, View, Visit, visit

VIEWS = ["companies", "limits", "faults", "mutants", "settings"]
HOSTILE = "<img src=x onerror=alert(1)>'\"&amp;</script>"


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as running:
        yield running


def call(mock: MockServer, path: str = "/v1/me", **headers: str) -> int:
    return httpx.get(mock.base_url + path, headers=headers).status_code


def latest(visited: Visit) -> Locator:
    return visited.page.locator("#requests li").first


@pytest.mark.parametrize("view", SCREENS, ids=lambda view: view.name)
@pytest.mark.parametrize("shown", VIEWS)
def test_each_view_can_be_read_by_everybody(chromium: Browser, mock: MockServer, shown: str, view: View) -> None:
    for key, company in ((mock.hq_key, "880101"), (mock.hq_key, "77"), ("wrong", "880101")):
        call(mock, **{"x-api-key": key, "x-company-id": company})
    mock.mutants.enable("created-is-200")
    httpx.post(f"{mock.url}/_mock/faults", json={"status": 503, "times": 2}).raise_for_status()
    with visit(chromium, f"{mock.url}/#{shown}", view) as visited:
        expect(visited.page.locator(f"section[aria-label={shown.title()}]")).to_be_visible()
        expect(visited.page.get_by_title("1 on")).to_have_text("1")
        visited.screenshot(f"console-{shown}")

        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


@pytest.mark.parametrize("view", SCREENS, ids=lambda view: view.name)
def test_a_request_appears_with_the_rule_that_decided_it(chromium: Browser, mock: MockServer, view: View) -> None:
    with visit(chromium, mock.url, view) as visited:
        expect(latest(visited)).to_contain_text("No requests yet")
        call(mock, **{"x-api-key": mock.hq_key, "x-company-id": "880101"})
        expect(latest(visited)).to_contain_text("getMe · HQ key for Quillby Foods (880101)")
        expect(latest(visited)).to_contain_text(
            "9HQ key, active company of the agency → runs in that company's account"
        )
        call(mock, "/v2/mailboxes")
        expect(latest(visited)).to_contain_text("no key → 401 Invalid api key")
        # On a phone, too, it is on the first screen.
        assert latest(visited).bounding_box()["y"] < view.height  # type: ignore[index]
        visited.screenshot("console-requests", full=False)
        visited.page.get_by_label("Filter the requests").fill("quillby")
        expect(visited.page.locator("#requests li")).to_have_count(1)

        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=lambda view: view.name)
def test_the_request_to_try_is_sent_and_copied(chromium: Browser, mock: MockServer, view: View) -> None:
    with visit(chromium, f"{mock.url}/#companies", view) as visited:
        visited.page.get_by_role("button", name="Try with HQ key for Lantern Row Books").click()
        company = next(
            one for one in mock.world.agencies[0].companies.values() if one.account.name == "Lantern Row Books"
        )
        command = visited.page.get_by_label("The request as a curl command")
        expect(command).to_contain_text(f"curl -H 'x-api-key: {mock.hq_key}'")
        expect(command).to_contain_text(f"-H 'x-company-id: {company.id}'")
        visited.page.get_by_role("button", name="Send").click()
        expect(visited.page.locator("#try [role=status]")).to_contain_text("200")
        expect(latest(visited)).to_contain_text("listMailboxes · HQ key for Lantern Row Books")

        visited.page.get_by_role("combobox", name="Key").select_option(
            label=f"client key of Lantern Row Books ({company.id})"
        )
        expect(command).not_to_contain_text("x-company-id")
        expect(command).to_contain_text(company.keys[0].value)
        visited.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visited.page.get_by_role("button", name="Copy the curl command").click()
        expect(visited.page.locator("#notice")).to_have_text("Copied: the curl command")
        assert visited.page.evaluate("navigator.clipboard.readText()") == command.text_content()
        assert visited.problems == []


def test_faults_are_added_and_removed(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/#faults", PHONE) as visited:
        page = visited.page
        page.get_by_role("button", name="503 twice").click()
        expect(page.get_by_title("1 active")).to_be_visible()
        assert [call(mock, **{"x-api-key": mock.hq_key}) for _ in range(3)] == [503, 503, 200]
        expect(page.get_by_text("2 of 2 so far")).to_be_visible()

        page.get_by_role("spinbutton", name="Status").fill("502")
        page.get_by_role("combobox", name="Operation").select_option("getMe")
        page.get_by_label("How many requests").fill("")
        page.get_by_role("button", name="Add this fault").click()
        expect(page.get_by_text("getMe · 0 of all so far")).to_be_visible()
        assert call(mock, **{"x-api-key": mock.hq_key}) == 502
        assert call(mock, "/v2/mailboxes", **{"x-api-key": mock.hq_key}) == 200

        page.get_by_role("button", name="Remove the fault 2").click()
        expect(page.locator(".fault")).to_have_count(1)
        assert call(mock, **{"x-api-key": mock.hq_key}) == 200
        assert visited.problems == []

        page.get_by_label("How many requests").fill("none")
        page.get_by_role("button", name="Add this fault").click()
        expect(page.get_by_role("alert").filter(has_text="times must be a number")).to_be_visible()


def test_mutants_are_found_and_switched_by_the_keyboard(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/#mutants", DESKTOP) as visited:
        switches = visited.page.get_by_role("switch")
        expect(switches.first).to_be_visible()
        assert switches.count() > 100
        visited.page.get_by_label("Search mutants").fill("created-is-200")
        expect(switches).to_have_count(1)
        switches.focus()
        visited.page.keyboard.press("Space")
        expect(visited.page.get_by_title("1 on")).to_be_visible()
        assert mock.mutants.enabled == ["created-is-200"]
        expect(switches).to_be_focused()
        # What a program switches shows as well.
        mock.mutants.disable()
        expect(switches).not_to_be_checked()
        assert (visited.problems, visited.axe()) == ([], [])


def test_settings_are_changed_and_the_world_is_put_back(chromium: Browser, mock: MockServer) -> None:
    call(mock)
    mock.world.agencies[0].companies[880101].account.name = "Renamed"
    with visit(chromium, f"{mock.url}/#settings", PHONE) as visited:
        page = visited.page
        page.get_by_role("spinbutton", name="Latency").fill("0.25")
        page.keyboard.press("Tab")
        expect(page.locator("#notice")).to_have_text("Setting changed")
        assert mock.latency == 0.25
        page.get_by_role("button", name="Put back…").click()
        page.get_by_role("button", name="Put it back").click()
        expect(page.locator("#notice")).to_have_text("The world is as it was at the start")
        assert mock.world.agencies[0].companies[880101].account.name == "Quillby Foods" and not mock.log

        page.locator("input[type=file]").set_input_files(
            {"name": "bad.json", "mimeType": "application/json", "buffer": b'{"agencies": 1}'}
        )
        expect(page.get_by_role("alert").filter(has_text="/agencies")).to_be_visible()
        seed = b'{"agencies": [{"name": "Mine", "keys": ["k"], "companies": []}]}'
        page.locator("input[type=file]").set_input_files(
            {"name": "w.json", "mimeType": "application/json", "buffer": seed}
        )
        expect(page.locator("#notice")).to_have_text("The world is that of w.json")
        page.get_by_role("link", name="Companies").click()
        expect(page.get_by_role("heading", name="Mine")).to_be_visible()


def test_limits_show_what_runs_and_waits(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/#limits", DESKTOP) as visited:
        expect(visited.page.get_by_text("No account has had a request yet.")).to_be_visible()
        call(mock, **{"x-api-key": mock.hq_key, "x-company-id": "880101"})
        account = visited.page.locator(".limit").filter(has_text="Quillby Foods")
        expect(account).to_contain_text("1 ran, 1 at once at most")
        expect(account.get_by_role("img", name="0 running, 0 waiting")).to_be_visible()
        assert (visited.problems, visited.axe()) == ([], [])


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=lambda view: view.name)
def test_five_thousand_companies_are_searched_and_paged(chromium: Browser, view: View) -> None:
    with MockServer(big_world(5000)) as mock, visit(chromium, f"{mock.url}/#companies", view) as visited:
        page = visited.page
        expect(page.get_by_text("1 to 25 of 5000")).to_be_visible()
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_text("26 to 50 of 5000")).to_be_visible()
        expect(page.get_by_role("button", name="Next")).to_be_focused()
        last = [*mock.world.agencies[0].companies.values()][-1]
        page.get_by_label("Search companies").fill(str(last.id))
        expect(page.get_by_text(last.keys[0].value)).to_be_visible()
        page.get_by_role("button", name="Try with HQ key").click()
        expect(page.get_by_label("The request as a curl command")).to_contain_text(f"x-company-id: {last.id}")
        assert page.evaluate("() => document.querySelectorAll('*').length") < 2500
        visited.screenshot("console-5000", full=False)
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=lambda view: view.name)
def test_names_are_text_whatever_is_in_them(chromium: Browser, view: View) -> None:
    long = "W" * 300
    world = World.from_json({"agencies": [{"name": HOSTILE, "keys": ["k'$(x)"], "companies": [HOSTILE + "1", long]}]})
    with MockServer(world) as mock, visit(chromium, f"{mock.url}/#companies", view) as visited:
        company = next(iter(world.agencies[0].companies))
        httpx.get(f"{mock.base_url}/v2/<script>alert(1)</script>", headers={"x-api-key": "k'$(x)"})
        call(mock, **{"x-api-key": "k'$(x)", "x-company-id": str(company)})
        expect(visited.page.get_by_role("heading", name=HOSTILE)).to_be_visible()
        expect(visited.page.get_by_label("The request as a curl command")).to_contain_text("'x-api-key: k'\\''$(x)'")
        if view is PHONE:
            visited.page.get_by_role("link", name="Requests", exact=True).click()
        expect(latest(visited)).to_contain_text(f"HQ key for {HOSTILE}1")
        assert visited.page.evaluate("() => document.querySelectorAll('img:not(.brand img), main script').length") == 0
        assert (visited.problems, visited.overflow()) == ([], 0)


def test_a_mock_that_ends_is_noticed(chromium: Browser) -> None:
    with MockServer() as mock:
        with visit(chromium, mock.url, DESKTOP) as visited:
            expect(latest(visited)).to_contain_text("No requests yet")
            mock.__exit__()
            expect(visited.page.get_by_role("alert").filter(has_text="The mock does not answer")).to_be_visible()


def test_a_company_that_a_program_creates_appears(chromium: Browser, mock: MockServer) -> None:
    with visit(chromium, f"{mock.url}/#companies", DESKTOP) as visited:
        expect(visited.page.get_by_text("Quillby Foods", exact=True)).to_be_visible()
        created = httpx.post(
            f"{mock.base_url}/v2/agency/companies",
            headers={"x-api-key": mock.hq_key},
            json={"companies": [{"name": "Brand New Client"}]},
        )
        assert created.status_code == 201
        expect(visited.page.get_by_text("Brand New Client", exact=True)).to_be_visible()
