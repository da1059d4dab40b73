"""A page that is opened as somebody sees it, and what is wrong with it.

with visit(chromium, url, PHONE_DARK) as visited:
    visited.page.get_by_role("button", name="Sort").click()
    assert visited.problems == []
    assert visited.axe() == []
    assert visited.overflow() == 0
    visited.screenshot("health")
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response


class View(NamedTuple):
    """How a page is looked at. Sizes are in CSS pixels."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


DESKTOP = View("desktop", 1280, 900)
DESKTOP_DARK = View("desktop-dark", 1280, 900, "dark")
PHONE = View("phone", 390, 844)
PHONE_DARK = View("phone-dark", 390, 844, "dark")
PRINT = View("print", 794, 1123, media="print")
SCREENS = (DESKTOP, DESKTOP_DARK, PHONE, PHONE_DARK)

# Findings of axe that keep people from using a page; "moderate" and "minor" are advice.
_SERIOUS = {"serious", "critical"}


class Visit:
    """An open page.

    Attributes:
        page: playwright's.
        view: how it is looked at.
        problems: what the console complained about, exceptions, requests that failed or got an error, requests to
            another origin. It grows while the page is used.
    """

    def __init__(self, page: Page, view: View, url: str) -> None:
        self.page, self.view = page, view
        self.problems: list[str] = []
        self._origin = _origin(url)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        page.on("request", self._on_request)
        page.on("requestfailed", lambda request: self.problems.append(f"failed: {request.method} {request.url}"))
        page.on("response", self._on_response)

    def axe(self, within: str | None = None) -> list[str]:
        """What axe-core finds serious or critical, each as one line with the places.

        Args:
            within: a CSS selector; None for the whole page.
        """
        # Not as an element of the page: its content security policy would refuse it.
        self.page.evaluate(Path(os.environ["AXE"]).read_text(encoding="utf-8"))
        # Only what it found: all that it checked is megabytes for a long page.
        violations: list[Any] = self.page.evaluate(
            "async within => (await axe.run(within ?? document, {resultTypes: ['violations']})).violations", within
        )
        return [
            f"{one['id']} ({one['impact']}): {one['help']}: {[node['target'][0] for node in one['nodes']]}"
            for one in violations
            if one["impact"] in _SERIOUS
        ]

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window; 0 if nobody has to scroll sideways."""
        wider: int = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        return max(wider, 0)

    def screenshot(self, name: str, *, full: bool = True) -> Path:
        """A picture in the folder that SCREENSHOTS names, as `name-view.png`."""
        path = Path(os.environ["SCREENSHOTS"], f"{name}-{self.view.name}.png")
        self.page.screenshot(path=path, full_page=full)
        return path

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if _origin(request.url) not in (self._origin, ("data", ""), ("blob", "")):
            self.problems.append(f"another origin: {request.method} {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.request.method} {response.url}")


@contextmanager
def visit(chromium: Browser, url: str, view: View) -> Iterator[Visit]:
    """Open an address, or a file by its `file:` address, in a window without cookies or storage of another visit."""
    context = chromium.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    try:
        page = context.new_page()
        page.emulate_media(media=view.media)
        visited = Visit(page, view, url)
        page.goto(url)
        yield visited
    finally:
        context.close()


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
