"""Options and arguments that cannot be used, and how that is said."""

from __future__ import annotations

import re

import click

# Shorter words are no keys, and are worth showing: a misspelt command, an option's value.
_LIKE_A_KEY = re.compile(r"[\x21-\x7e]{16,}")


class UsageError(Exception):
    """What was given cannot be used. The text never shows it: it may be a key in the wrong place."""


def without_hidden(wrong: click.ClickException) -> click.ClickException:
    """The error; an option that does not exist is not likened to one that only refuses keys."""
    if not isinstance(wrong, click.NoSuchOption) or wrong.ctx is None:
        return wrong
    hidden = {name for one in wrong.ctx.command.params if getattr(one, "hidden", False) for name in one.opts}
    shown = [name for name in wrong.possibilities or () if name not in hidden]
    return click.NoSuchOption(wrong.option_name, wrong.message, shown, wrong.ctx)


def without_words(message: str, words: list[str]) -> str:
    """The message without the words of the command line that may be a key; options' own names stay."""
    from woodpecker_auth.redaction import redact

    values = [word.partition("=")[2] if word.startswith("--") else word for word in words]
    return redact(message, filter(_LIKE_A_KEY.fullmatch, values))
