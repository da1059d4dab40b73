"""Faults in how texts that were sent are kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any, TypeAlias, TypeGuard

from ..call import Body, Call
from ..deviation import HANDLE, Kind
from ..fault_rules import is_object

texts = Kind("encoding")

Handle: TypeAlias = Callable[[Call], Body]


def _with_texts(call: Call, change: Callable[[str], str]) -> Call:
    """The same request with what `change` makes of every text in its body."""
    return replace(call, body=_changed(call.body, change))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if _is_list(value):
        return [_changed(one, change) for one in value]
    if is_object(value):
        return {name: _changed(one, change) for name, one in value.items()}
    return value


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


@texts.at(HANDLE)
def emoji_are_lost(call: Call, right: Handle) -> Body:
    """Characters beyond the first 65,536 are kept as question marks."""
    return right(_with_texts(call, lambda text: re.sub("[\U00010000-\U0010ffff]", "?", text)))


@texts.at(HANDLE)
def accents_are_composed(call: Call, right: Handle) -> Body:
    """A letter and its accent, sent as two characters, are kept as one."""
    return right(_with_texts(call, lambda text: unicodedata.normalize("NFC", text)))


@texts.at(HANDLE)
def texts_are_trimmed(call: Call, right: Handle) -> Body:
    """Blanks at the beginning and the end of a text are dropped."""
    return right(_with_texts(call, str.strip))


@texts.at(HANDLE)
def long_texts_are_cut(call: Call, right: Handle) -> Body:
    """Texts are kept up to their 255th character."""
    return right(_with_texts(call, lambda text: text[:255]))


@texts.handling("updateMailboxFooter")
def footers_are_escaped(call: Call, right: Handle) -> Body:
    """A footer is kept with its HTML escaped."""
    return right(_with_texts(call, escape))
