"""What stands in the menu, in which order."""

from __future__ import annotations

import json
from typing import TypeAlias

Entry: TypeAlias = "str | tuple[str, str | list[Entry]]"  # a page, or a title with a page or what is below it


def navigation(python: list[Entry]) -> list[Entry]:
    """The menu of the site.

    Args:
        python: the pages of the Python reference.
    """
    return [
        ("Home", "index.md"),
        ("Explanation", ["explanation/architecture.md", "explanation/lanes.md", "explanation/fuzzing.md"]),
        (
            "Reference",
            [
                "reference/http_api.md",
                ("Python", python),
                "reference/failures.md",
                "reference/any_route.md",
                "reference/command-line.md",
                "reference/mock.md",
                "reference/pytest.md",
                "reference/doubles.md",
                "reference/observing.md",
            ],
        ),
        ("Project", ["changelog.md", "security.md", "contributing.md"]),
    ]


def as_toml(entries: list[Entry]) -> str:
    """The menu as zensical.toml has it."""

    def one(entry: Entry) -> str:
        if isinstance(entry, str):
            return json.dumps(entry)
        title, below = entry
        return f"{{ {json.dumps(title)} = {json.dumps(below) if isinstance(below, str) else as_toml(below)} }}"

    return f"[{', '.join(map(one, entries))}]"
