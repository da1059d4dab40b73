"""The words of the spec as the command line says them: commands for operations, plain text for Markdown."""

from __future__ import annotations

import re
from functools import cache

from .spec import operations

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def plain(markdown: str) -> str:
    """The text without Markdown, in paragraphs, with commands in place of operationIds."""
    text = _LINK.sub(lambda link: f"{' '.join(link[1].split())} ({link[2]})", markdown).replace("**", "")
    return in_commands(text)


def in_commands(text: str) -> str:
    """The text with the command in place of each operationId, and of each method in backticks, as the client has it."""
    pattern, commands = _names()
    return pattern.sub(lambda found: f"`{commands[found[1] or found[2]]}`", text)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    ids = {one.id: one.command for one in operations()}
    methods = {".".join((*one.resource, one.name)): one.command for one in operations()}
    by_id, by_method = ("|".join(map(re.escape, names)) for names in (ids, methods))
    return re.compile(rf"`?\b({by_id})\b`?|`({by_method})`"), ids | methods
