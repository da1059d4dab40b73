"""The question before what costs money, cannot be undone, or sends mail."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, cast

from woodpecker_auth import Secret

from ..output import Output
from ..usage import UsageError
from .effects import CONFIRMED
from .spec import DescribedOperation

_NAMED = 5


def confirmed(operation: DescribedOperation, values: dict[str, Any], whose: str, output: Output) -> bool:
    """Whether a person at the terminal agrees. Asks nothing where nothing happens that is worth it.

    Args:
        values: the arguments, by their names in the API.
        whose: the account that it is done in.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    effects = [text for effect, text in CONFIRMED.items() if effect in operation.effects]
    if not effects:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        happens = " ".join(effects)
        raise UsageError(f"{operation.command} needs --yes where nobody can be asked. {happens} Nothing was sent")
    for line in (f"{operation.summary}, {whose}.", *_described(operation, values), " ".join(effects)):
        output.ask(line)
    output.ask("Do it? [y/N] ", end="")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _described(operation: DescribedOperation, values: dict[str, Any]) -> Iterator[str]:
    """What is sent, in short and without secrets."""
    for field in (*operation.arguments, *operation.body):
        if field.name in values and not field.secret:
            yield f"  {field.name}: {_short(values[field.name])}"


def _short(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    entries = cast("list[object]", value)
    more = f" and {len(entries) - _NAMED} more" if len(entries) > _NAMED else ""
    return ", ".join(map(_named, entries[:_NAMED])) + more


def _named(entry: object) -> str:
    """An entry by its first texts, such as its name and address."""
    if not isinstance(entry, dict):
        return str(entry)
    values = cast("dict[str, object]", entry).values()
    texts = [value for value in values if isinstance(value, str) and not isinstance(value, Secret)]
    return " ".join(texts[:2]) or "an entry"
