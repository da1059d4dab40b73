"""Which of the names that the API sends may be printed.

A name is a field's name or, in an object that is used as a map, data: an e-mail address, a person, an id, a key. Beside
fields that the spec lists, a name is printed if it is made like one. An object without any such field is a map for all
we know, and a name in it is printed only if each of its words stands in a name of the spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

HIDDEN = "<name>"
HIDDEN_MEDIA_TYPE = "<media type>"

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_MEDIA_TYPE = re.compile(
    r"(?:application|audio|font|image|message|model|multipart|text|video)/([a-z][a-z0-9.+-]{0,63})"
)

# The longest words of field names have 13 or 14 letters; a key without digits is one longer word.
_LONGEST_WORD = 20
# As in `ipv4` and `line_10`; ids and hexadecimal keys have more.
_MOST_DIGITS = 2


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words that names are made of."""
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


def printable(name: str, words: frozenset[str] | None) -> str:
    """The name, or `<name>` if it may be data.

    Args:
        words: the only words that may stand in it; None for any.
    """
    if not _IDENTIFIER.fullmatch(name) or not _like_words(name):
        return HIDDEN
    return name if words is None or words_of([name]) <= words else HIDDEN


def printable_media_type(content_type: str | None) -> str:
    """The media type of a `Content-Type` header without its parameters, which may be data."""
    if not content_type:
        return "no media type"
    media_type = content_type.partition(";")[0].strip().lower()
    parts = _MEDIA_TYPE.fullmatch(media_type)
    return media_type if parts and _like_words(parts[1]) else HIDDEN_MEDIA_TYPE


def _like_words(name: str) -> bool:
    longest = max(map(len, _WORD.findall(name)), default=0)
    return longest <= _LONGEST_WORD and sum(map(str.isdigit, name)) <= _MOST_DIGITS
