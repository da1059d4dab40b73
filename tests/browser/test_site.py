"""The documentation, as `nox -s docs` built it into site/."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect
from woodpecker_mock import MockServer

from .visit import DESKTOP, SCREENS, View, visit

SITE = Path(__file__).parents[2] / "site"
# One of each kind.
PAGES = {
    "landing": "index.html",
    "tutorial": "tutorial.html",
    "guide": "guides/errors_and_retries.html",
    "drawing": "explanation/architecture.html",
    "resource": "reference/python/companies.html",
    "models": "reference/python/models.html",
    "commands": "reference/commands.html",
    "operations": "reference/http_api.html",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def _to(url: str, route: Route) -> None:
    route.continue_(url=route.request.url.replace("http://127.0.0.1:8080", url))


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site on this machine."""
    assert (SITE / "index.html").exists(), "nox -s docs builds it"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("view", SCREENS, ids=lambda view: view.name)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_can_be_read_by_everybody(chromium: Browser, site: str, kind: str, view: View) -> None:
    with visit(chromium, f"{site}/{PAGES[kind]}", view) as visited:
        expect(visited.page.locator("h1")).to_be_visible()
        visited.screenshot(f"site-{kind}", full=False)

        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


def test_a_method_is_found(chromium: Browser, site: str) -> None:
    with visit(chromium, f"{site}/index.html", DESKTOP) as visited:
        visited.page.get_by_role("button", name="Search").click()
        visited.page.get_by_role("combobox", name="Search").fill("manual_connection.summary")
        first = visited.page.get_by_role("listbox").get_by_role("option").first
        expect(first).to_contain_text("mailboxes.manual_connection.summary")
        visited.screenshot("site-search", full=False)

        assert visited.problems == []


@pytest.mark.parametrize("view", SCREENS, ids=lambda view: view.name)
def test_an_operation_is_tried_out_on_a_mock(chromium: Browser, site: str, view: View) -> None:
    with MockServer() as mock, visit(chromium, f"{site}/http_api/index.html", view) as visited:
        # The page names the port of a mock that somebody starts by hand.
        visited.page.route("http://127.0.0.1:8080/**", partial(_to, mock.url))
        place = visited.page.locator("#operations-Mailboxes-listMailboxes")
        place.locator(".opblock-summary-control").click()
        expect(visited.page.get_by_label("with the key")).to_have_value(mock.hq_key)
        visited.screenshot("site-http-api", full=False)
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)

        place.get_by_role("button", name="Execute").click()
        expect(place.locator(".live-responses-table .response .response-col_status")).to_contain_text("200")
        assert mock.log[-1].operation == "listMailboxes"
        # It is sent to another origin by its nature.
        assert [one for one in visited.problems if "http://127.0.0.1:8080/rest/" not in one] == []
