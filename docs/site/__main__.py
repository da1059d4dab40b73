"""Builds the site into site/ and fails for any warning."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from .http_api import write_http_api
from .navigation import as_toml, navigation
from .pages import Pages
from .reference import python_reference

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SOURCE = ROOT / ".site"  # what zensical reads
SITE = ROOT / "site"
_NO_WARNING = re.compile(r"(Build started|Build finished in .*|No issues found|)$")


def main() -> int:
    shutil.rmtree(SOURCE, ignore_errors=True)
    write_source()
    return build()


def write_source() -> None:
    pages = SOURCE / "pages"
    Pages(ROOT).write(pages)
    reference = python_reference()
    for name, text in reference.pages.items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")
    shutil.copytree(HERE / "assets", pages / "assets")
    write_http_api(ROOT, pages)
    shutil.copy(HERE / "cross_references.py", SOURCE)
    (SOURCE / "targets.json").write_text(reference.targets, encoding="utf-8")
    settings = (HERE / "zensical.toml").read_text(encoding="utf-8")
    menu = as_toml(navigation(reference.navigation))
    (SOURCE / "zensical.toml").write_text(settings.replace('nav = ""', f"nav = {menu}"), encoding="utf-8")


def build() -> int:
    """Run zensical. What the reader of docstrings prints is a warning, too, though zensical does not count it."""
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(SOURCE / "zensical.toml")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if not _NO_WARNING.match(line)]
    if done.returncode or said:
        print("\n".join(said) or "zensical failed", file=sys.stderr)
        return 1
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.move(SOURCE / "site", SITE)
    print(f"{sum(1 for _ in SITE.rglob('*.html'))} pages in {SITE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
