"""The pages of the site that stand in the repository: those of docs/, and every file that one of them links to."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

_LINK = re.compile(r"(?<=\]\()[^)\s]+(?=\))")
# Text in which a link is none: fences, and code in a line.
_CODE = re.compile(
    r"^(?P<fence>`{3,})[^\n]*\n.*?^(?P=fence)\s*$|(?P<tick>`+)[^`\n]+(?P=tick)", re.DOTALL | re.MULTILINE
)
_LANGUAGES = {".py": "python", ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".ipynb": "json", ".toml": "toml"}
_TEXT = {*_LANGUAGES, ".md", ".txt"}
_MADE = {"node_modules", "__pycache__"}
_NOT_SEARCHED = "---\nsearch:\n  exclude: true\n---\n\n"
_START = ("README.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "spec/CHANGELOG.md")
# Where files of the repository stand on the site, if not below repository/; of what a page is made from, that page.
_PLACES = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "CONTRIBUTING.md": "contributing.md",
    "generated/woodpecker_client": "reference/python/index.md",
    "runtime/woodpecker_runtime/errors.py": "reference/python/errors.md",
}


class Pages:
    """Finds the pages and writes them with their links pointing to each other.

    Raises:
        FileNotFoundError: a page links to a file that is not there.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._text: dict[str, str] = {}
        self._pictures: set[str] = set()
        pages = (path.relative_to(root).as_posix() for path in sorted((root / "docs").rglob("*.md")))
        waiting = [*pages, *_START]
        while waiting:
            name = waiting.pop()
            if name not in self._text:
                self._text[name] = self._read(name)
                waiting += self._linked(name)

    def write(self, folder: Path) -> None:
        for name, text in self._text.items():
            if name == "README.md":  # index.md says the same on the site
                continue
            target = folder / self.place(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self._with_links(name, text), encoding="utf-8")
        for name in self._pictures:
            target = folder / self.place(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(self._root / name, target)

    def place(self, name: str) -> str:
        """Where a file of the repository stands on the site."""
        if name in _PLACES:
            return _PLACES[name]
        if name.startswith("docs/"):
            return name.removeprefix("docs/")
        path = self._root / name
        if path.suffix in {".md", ".svg"}:
            return f"repository/{name}"
        return f"repository/{name}/files.md" if path.is_dir() else f"repository/{name}.md"

    def _read(self, name: str) -> str:
        """The Markdown of a page; of another file and of a folder, a page that shows it."""
        path = self._root / name
        if path.suffix == ".md":
            return path.read_text(encoding="utf-8")
        if path.is_dir():
            files = (one for one in sorted(path.rglob("*")) if one.suffix in _TEXT and not _MADE & {*one.parts})
            shown = (f"## {one.relative_to(path).as_posix()}\n\n{_fenced(one)}\n" for one in files)
            return f"{_NOT_SEARCHED}# {name}\n\n" + "\n".join(shown)
        return f"{_NOT_SEARCHED}# {name}\n\n{_fenced(path)}\n"

    def _linked(self, name: str) -> Iterator[str]:
        """The files that a page links to."""
        if not name.endswith(".md"):
            return
        for span in _prose(self._text[name]):
            for link in _LINK.findall(self._text[name][span]):
                target = self._target(name, link)
                if target is None:
                    continue
                if target.endswith(".svg"):
                    self._pictures.add(target)
                elif target.endswith(".md") or target not in _PLACES:
                    yield target

    def _target(self, name: str, link: str) -> str | None:
        """The file of the repository that a link of a page leads to."""
        path = link.partition("#")[0]
        if not path or re.match(r"[a-z]+:", path):
            return None
        target = os.path.normpath(PurePosixPath(name).parent / path).replace(os.sep, "/")
        found = self._root / target
        if not found.exists():
            raise FileNotFoundError(f"{name} links to {link}")
        return f"{target}/README.md" if (found / "README.md").exists() else target

    def _with_links(self, name: str, text: str) -> str:
        def on_site(link: re.Match[str]) -> str:
            target = self._target(name, link[0])
            if target is None:
                return link[0]
            here = PurePosixPath(self.place(name)).parent
            anchor = link[0].partition("#")[1:]
            return os.path.relpath(self.place(target), here).replace(os.sep, "/") + "".join(anchor)

        if not name.endswith(".md"):
            return text
        out, end = "", 0
        for span in _prose(text):
            out += text[end : span.start] + _LINK.sub(on_site, text[span])
            end = span.stop
        return out + text[end:]


def _fenced(path: Path) -> str:
    return f"````{_LANGUAGES.get(path.suffix, 'text')}\n{path.read_text(encoding='utf-8').rstrip()}\n````"


def _prose(text: str) -> Iterator[slice]:
    """The parts of a page that are not code."""
    start = 0
    for code in _CODE.finditer(text):
        yield slice(start, code.start())
        start = code.end()
    yield slice(start, len(text))
