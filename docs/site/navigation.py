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
        ("Tutorial", "tutorial.md"),
        (
            "Guides",
            [
                "guides/act_for_a_client.md",
                "guides/all_clients.md",
                "guides/errors_and_retries.md",
                "guides/rate_limits.md",
                "guides/several_processes.md",
                "guides/settings.md",
                "reference/any_route.md",
                "guides/test_with_the_mock.md",
                "reference/pytest.md",
                "reference/doubles.md",
                "guides/from_httpx.md",
                "guides/another_language.md",
                "guides/change_the_spec.md",
            ],
        ),
        (
            "Reference",
            [
                ("Behaviour", ["reference/failures.md", "reference/observing.md"]),
                ("Programs", ["reference/command-line.md", "reference/commands.md", "reference/mock.md"]),
                ("HTTP", ["reference/http_api.md"]),
                ("Python", python),
            ],
        ),
        (
            "Explanation",
            [
                "explanation/architecture.md",
                "explanation/header_policy.md",
                "explanation/lanes.md",
                "explanation/evidence.md",
                "explanation/fuzzing.md",
                "explanation/cost.md",
            ],
        ),
        ("Project", ["limitations.md", "changelog.md", "security.md", "contributing.md"]),
    ]


def as_toml(entries: list[Entry]) -> str:
    """The menu as zensical.toml has it."""

    def one(entry: Entry) -> str:
        if isinstance(entry, str):
            return json.dumps(entry)
        title, below = entry
        return f"{{ {json.dumps(title)} = {json.dumps(below) if isinstance(below, str) else as_toml(below)} }}"

    return f"[{', '.join(map(one, entries))}]"
