"""The question before what costs money, cannot be undone, or sends mail."""

from __future__ import annotations

import sys
from typing import Any, cast

from ..output import Output
from ..usage import UsageError
from .effects import CONFIRMED
from .spec import Operation


def confirmed(operation: Operation, values: dict[str, Any], whose: str, output: Output) -> bool:
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


def _described(operation: Operation, values: dict[str, Any]) -> list[str]:
    """What is sent, in short: texts as they are, lists by their length."""
    shown: list[str] = []
    for field in (*operation.arguments, *operation.body):
        if field.name in values and not field.secret:
            value = values[field.name]
            text = f"{len(cast('list[Any]', value))} of them" if isinstance(value, list) else str(value)
            shown.append(f"  {field.name}: {text}")
    return shown
