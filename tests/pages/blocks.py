"""The code blocks of a page of Markdown, and how each of them is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>[\w+-]*)(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=indent)(?P=fence) *$",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r'title="([^"]+)"')
_NOT_RUN = re.compile(r"\s*<!-- not run by the tests: (\S.*) -->")
_SETTING = re.compile(r"^<!-- (mock|server|run with): (.*) -->$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """One fence.

    Attributes:
        where: page and line, for messages.
        language: the word after the fence.
        title: the name of a file, or None.
        not_run: the reason that stands below a block that the tests do not run, or None.
    """

    where: str
    language: str
    title: str | None
    text: str
    not_run: str | None

    @property
    def source(self) -> Path | None:
        """The file of the repository that the block shows a part of; None if it shows none."""
        path = ROOT / self.title if self.title else None
        return path if path and path.is_file() else None


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        mock: the options of the mock that its blocks call: `<!-- mock: --companies 3 -->`.
        server: what they call instead: `<!-- server: vendor -->`, one of servers.py.
        run_with: added to each command: `<!-- run with: --dry-run -->`.
    """

    name: str
    blocks: tuple[Block, ...]
    mock: tuple[str, ...] = ()
    server: str | None = None
    run_with: str = ""


def pages() -> list[Page]:
    """The README and every page of docs/."""
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page_of(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def page_of(name: str, text: str) -> Page:
    settings = dict(_SETTING.findall(text))
    return Page(
        name,
        tuple(_block(name, text, fence) for fence in _FENCE.finditer(text)),
        mock=tuple(settings.get("mock", "").split()),
        server=settings.get("server"),
        run_with=settings.get("run with", ""),
    )


def _block(name: str, text: str, fence: re.Match[str]) -> Block:
    title, reason = _TITLE.search(fence["info"]), _NOT_RUN.match(text, fence.end())
    return Block(
        where=f"{name}:{text.count(chr(10), 0, fence.start()) + 1}",
        language=fence["language"],
        title=title[1] if title else None,
        text=re.sub(f"^{fence['indent']}", "", fence["text"], flags=re.MULTILINE),
        not_run=reason[1] if reason else None,
    )
