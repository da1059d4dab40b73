"""Options and arguments that cannot be used, and how that is said."""

from __future__ import annotations

import re

# Shorter words are no keys, and are worth showing: a misspelt command, an option's value.
_LIKE_A_KEY = re.compile(r"[\x21-\x7e]{16,}")


class UsageError(Exception):
    """What was given cannot be used. The text never shows it: it may be a key in the wrong place."""


def without_words(message: str, words: list[str]) -> str:
    """The message without the words of the command line that may be a key; options' own names stay."""
    values = {value for word in words for value in (word.partition("=")[2] if word.startswith("-") else word, word)}
    for value in sorted(values, key=len, reverse=True):
        if _LIKE_A_KEY.fullmatch(value) and not re.fullmatch(r"--[a-z-]+", value):
            message = message.replace(value, "***")
    return message
