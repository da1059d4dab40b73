"""Whether a value is what was wanted, and where not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .facts import ABSENT


def differences(wanted: Any, found: Any, where: str = "") -> Iterator[str]:
    """Where two values differ; never what they are, because that may be a secret.

    Args:
        wanted: a value, or a function that says whether one is right; also within objects and arrays.
    """
    if callable(wanted):
        if not wanted(found):
            yield where or "/"
    elif isinstance(wanted, dict) and isinstance(found, dict):
        for name in wanted.keys() | found.keys():
            yield from differences(wanted.get(name, ABSENT), found.get(name, ABSENT), f"{where}/{name}")
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for number, (one, other) in enumerate(zip(wanted, found, strict=True)):
            yield from differences(one, other, f"{where}/{number}")
    elif type(wanted) is bool or type(found) is bool:
        if wanted is not found:
            yield where or "/"
    elif wanted is not found and wanted != found:
        yield where or "/"


def anything(found: Any) -> bool:
    """Fits every value that is there."""
    return found is not ABSENT
