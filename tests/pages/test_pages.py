"""Every code block of the README and of docs/ runs, or says below it why not."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from .blocks import Page, pages
from .running import RUN, PageRun

PAGES = [page for page in pages() if page.blocks]


@pytest.mark.skipif(sys.platform == "win32", reason="pages are written for a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_can_be_pasted(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # Puts back the level that a page may set: with DEBUG, calls of later tests cost more.
    caplog.set_level(logging.NOTSET, "woodpecker_client")
    PageRun(page, tmp_path, monkeypatch).run()


def test_no_block_is_left_out() -> None:
    blocks = [block for page in PAGES for block in page.blocks]

    assert [one.where for one in blocks if not (one.language in RUN or one.source or one.not_run)] == []
    assert len(blocks) > 80


def test_an_excerpt_is_in_its_file() -> None:
    for block in (block for page in PAGES for block in page.blocks):
        if block.source:
            assert block.text in block.source.read_text(encoding="utf-8"), block.where
