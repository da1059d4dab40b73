"""The page of `woodpecker mailboxes health --html`, as people see and use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from woodpecker_cli.health.page import page

from tests.cli.health.sample import HOSTILE, report

from .visit import DESKTOP, PHONE, PRINT, SCREENS, View, visit


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("health"), page(report(60)))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("small"), page(report(16, mailboxes=3)))


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("huge"), page(report(5000, missing="it was interrupted")))


def _written(folder: Path, html: str) -> str:
    file = folder / "health.html"
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("view", [*SCREENS, PRINT], ids=lambda view: view.name)
def test_it_can_be_read_by_everybody(chromium: Browser, small: str, view: View) -> None:
    with visit(chromium, small, view) as visited:
        visited.screenshot("health")

        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)
        assert visited.page.title() == "Mailbox health – Blue Heron Agency"


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=lambda view: view.name)
def test_mailboxes_are_searched_filtered_and_sorted(chromium: Browser, address: str, view: View) -> None:
    with visit(chromium, address, view) as visited:
        table = visited.page.locator("#mailbox-table")
        caption, rows = table.locator("caption"), table.locator("tbody tr")
        expect(caption).to_have_text("225 mailboxes")
        expect(rows).to_have_count(50)

        visited.page.get_by_role("button", name="Next").last.click()
        expect(table.get_by_role("status")).to_have_text("51–100 of 225")

        visited.page.get_by_role("button", name="13 Frozen").click()
        expect(caption).to_have_text("13 of 225 mailboxes")
        assert all("Frozen" in text for text in rows.all_inner_texts())
        assert visited.axe() == []

        visited.page.get_by_label("Search").last.fill("box2")
        expect(caption).to_have_text("3 of 225 mailboxes")
        visited.page.get_by_label("Sort by").last.select_option("Mailbox", force=True)
        names = [text.split("\n")[0].split("\t")[0] for text in rows.all_inner_texts()]
        assert names == sorted(names) and len(names) == 3

        visited.page.get_by_label("Search").last.fill("nobody")
        expect(table.get_by_text("No mailbox matches.")).to_be_visible()
        assert visited.problems == []


def test_a_client_shows_its_mailboxes(chromium: Browser, address: str) -> None:
    with visit(chromium, address, DESKTOP) as visited:
        visited.page.get_by_role("button", name="</script>").first.click()
        rows = visited.page.locator("#mailbox-table tbody tr")

        expect(rows).to_have_count(1)
        assert rows.inner_text().count(HOSTILE) == 2
        visited.page.get_by_role("button", name="Client: ").click()
        expect(rows).to_have_count(50)
        assert visited.problems == []


def test_columns_are_sorted_by_the_keyboard(chromium: Browser, address: str) -> None:
    with visit(chromium, address, DESKTOP) as visited:
        head = visited.page.locator("#client-table").get_by_role("columnheader", name="Mailboxes")
        head.get_by_role("button").focus()
        visited.page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", "descending")
        visited.page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", "ascending")

        assert "No mailbox" in visited.page.locator("#client-table tbody").inner_text().split("Client 5")[0]


def test_the_theme_can_be_switched(chromium: Browser, address: str) -> None:
    with visit(chromium, address, DESKTOP) as visited:
        color = "() => getComputedStyle(document.body).backgroundColor"
        light = visited.page.evaluate(color)
        visited.page.get_by_role("button", name="Dark").click()
        assert visited.page.evaluate(color) != light
        visited.page.reload()
        expect(visited.page.get_by_role("button", name="Light")).to_be_visible()

        assert visited.axe() == [] and visited.problems == []


def test_thousands_of_clients_are_a_page_at_a_time(chromium: Browser, huge: str) -> None:
    with visit(chromium, huge, DESKTOP) as visited:
        visited.screenshot("health-5000", full=False)

        expect(visited.page.locator("#mailbox-table caption")).to_have_text("19,985 mailboxes")
        assert visited.page.evaluate("() => document.querySelectorAll('*').length") < 4000
        expect(visited.page.get_by_text("Not complete: it was interrupted.")).to_be_visible()
        assert (visited.problems, visited.axe()) == ([], [])


def test_what_is_printed_is_all_that_is_shown(chromium: Browser, address: str) -> None:
    with visit(chromium, address, PRINT) as visited:
        expect(visited.page.locator("#mailbox-table tbody tr")).to_have_count(225)
        visited.page.emulate_media(media="screen")
        expect(visited.page.locator("#mailbox-table tbody tr")).to_have_count(50)
