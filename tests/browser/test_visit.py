"""The helper notices what it is there for: each of these pages has one thing wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .visit import DESKTOP, PHONE, visit

GOOD = "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{}</main>"


def opened(folder: Path, content: str) -> str:
    file = folder / "page.html"
    file.write_text(GOOD.format(content), encoding="utf-8")
    return file.as_uri()


def test_a_good_page_has_no_problems(chromium: Browser, tmp_path: Path) -> None:
    with visit(chromium, opened(tmp_path, "<p>Good</p>"), PHONE) as visited:
        assert (visited.problems, visited.axe(), visited.overflow()) == ([], [], 0)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<script>console.error('broken')</script>", "console error: broken"),
        ("<script>console.warn('old')</script>", "console warning: old"),
        ("<script>nothing.there()</script>", "exception: nothing is not defined"),
        ("<img alt='' src=missing.png>", "failed: GET file:///"),
        ("<img alt='' src=http://127.0.0.1:1/x.png>", "another origin: GET http://127.0.0.1:1/x.png"),
        ("<img alt='' src=https://elsewhere.example/x.png>", "another origin: GET https://elsewhere.example/x.png"),
    ],
)
def test_what_is_wrong_is_a_problem(chromium: Browser, tmp_path: Path, content: str, told: str) -> None:
    with visit(chromium, opened(tmp_path, content), DESKTOP) as visited:
        assert any(problem.startswith(told) for problem in visited.problems), visited.problems


def test_axe_finds_what_is_serious(chromium: Browser, tmp_path: Path) -> None:
    with visit(chromium, opened(tmp_path, "<p style='color: #ccc'>Pale</p><input>"), DESKTOP) as visited:
        found = visited.axe()

    assert {one.split(" ")[0] for one in found} == {"color-contrast", "label"}


def test_overflow_is_measured(chromium: Browser, tmp_path: Path) -> None:
    with visit(chromium, opened(tmp_path, "<div style='width: 700px'>Wide</div>"), PHONE) as visited:
        assert visited.overflow() > 300
