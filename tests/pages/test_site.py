"""What the site is made of: pages whose links lead to each other, and the surface of the packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.site.navigation import as_toml
from docs.site.pages import Pages


def repository(folder: Path, page: str) -> Path:
    """A repository with one page in docs/guides, a README and a program."""
    files = dict.fromkeys(("README.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "spec/CHANGELOG.md"), "")
    for name, text in {**files, "docs/guides/page.md": page, "examples/program.py": "print(1)\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("link", "on_site"),
    [
        ("../../CHANGELOG.md#a", "../changelog.md#a"),
        ("../../README.md", "../index.md"),
        ("../../examples/program.py", "../repository/examples/program.py.md"),
        ("../../examples", "../repository/examples/files.md"),
        ("#a", "#a"),
        ("https://example.com/x.md", "https://example.com/x.md"),
    ],
)
def test_a_link_leads_to_the_page_on_the_site(tmp_path: Path, link: str, on_site: str) -> None:
    Pages(repository(tmp_path / "from", f"[x]({link})\n")).write(tmp_path / "to")

    assert (tmp_path / "to/guides/page.md").read_text(encoding="utf-8") == f"[x]({on_site})\n"


def test_what_is_code_is_no_link(tmp_path: Path) -> None:
    page = "`[x](none.md)`\n\n```text\n[x](none.md)\n```\n"
    Pages(repository(tmp_path / "from", page)).write(tmp_path / "to")

    assert (tmp_path / "to/guides/page.md").read_text(encoding="utf-8") == page


def test_a_file_that_is_linked_to_is_shown(tmp_path: Path) -> None:
    Pages(repository(tmp_path / "from", "[x](../../examples/program.py)\n")).write(tmp_path / "to")

    shown = (tmp_path / "to/repository/examples/program.py.md").read_text(encoding="utf-8")
    assert shown.endswith("# examples/program.py\n\n````python\nprint(1)\n````\n")


def test_a_link_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="docs/guides/page.md links to none.md"):
        Pages(repository(tmp_path, "[x](none.md)\n"))


def test_the_menu_is_toml() -> None:
    assert as_toml(["a.md", ("B", ["c.md", ("D", "d.md")])]) == '["a.md", { "B" = ["c.md", { "D" = "d.md" }] }]'
