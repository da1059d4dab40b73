"""Bugs in how strings that were sent are stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any, TypeAlias, TypeGuard

from ..contract.json_values import is_object
from ..handlers.operation_call import Body, OperationCall
from .mutant import HANDLE, MutantKind

texts = MutantKind("encoding")

Handle: TypeAlias = Callable[[OperationCall], Body]


def _with_strings(call: OperationCall, change: Callable[[str], str]) -> OperationCall:
    """The same request with every string in its body changed."""
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
def emoji_are_lost(call: OperationCall, original: Handle) -> Body:
    """Characters beyond the first 65,536 are stored as question marks."""
    return original(_with_strings(call, lambda text: re.sub("[\U00010000-\U0010ffff]", "?", text)))


@texts.at(HANDLE)
def accents_are_composed(call: OperationCall, original: Handle) -> Body:
    """A letter and its accent, sent as two characters, are kept as one."""
    return original(_with_strings(call, lambda text: unicodedata.normalize("NFC", text)))


@texts.at(HANDLE)
def strings_are_trimmed(call: OperationCall, original: Handle) -> Body:
    """Blanks at the beginning and the end of a string are dropped."""
    return original(_with_strings(call, str.strip))


@texts.at(HANDLE)
def long_strings_are_cut(call: OperationCall, original: Handle) -> Body:
    """Strings are kept up to their 255th character."""
    return original(_with_strings(call, lambda text: text[:255]))


@texts.handling("updateMailboxFooter")
def footers_are_escaped(call: OperationCall, original: Handle) -> Body:
    """A footer is kept with its HTML escaped."""
    return original(_with_strings(call, escape))
