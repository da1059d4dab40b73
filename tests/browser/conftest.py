"""`nox -s browser` finds Chromium and installs axe-core, and names both; elsewhere this tier is not collected."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

collect_ignore_glob = [] if "AXE" in os.environ and find_spec("playwright") else ["test_*.py"]

if not collect_ignore_glob:
    from playwright.sync_api import Browser, sync_playwright

    @pytest.fixture(scope="session")
    def chromium() -> Iterator[Browser]:
        """The system's Chromium, headless. No page reaches anything but this machine."""
        # Containers give it no sandbox of its own; what it opens is made here.
        arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=arguments)
            yield browser
            browser.close()
