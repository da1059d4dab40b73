"""Fields of the spec as arguments and options, and their texts as values.

No message shows what was given: it may be a key in the wrong place.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from ..inputs import file_text, standard_input
from ..usage import UsageError
from .spec import Field
from .wording import plain

if TYPE_CHECKING:
    from woodpecker_auth import Secret

_METAVARS = {"integer": "NUMBER", "number": "NUMBER", "string": "TEXT", "object": "JSON"}


def option_name(field: Field, taken: frozenset[str]) -> str:
    """`--per-page`; `--field-output` where the general options have that name."""
    dashed = field.name.replace("_", "-").strip("-").lower()
    return f"--field-{dashed}" if f"--{dashed}" in taken else f"--{dashed}"


def options_of(field: Field, dest: str, taken: frozenset[str]) -> list[click.Option]:
    """The options that set a field: a second one for null, a file for a secret."""
    name = option_name(field, taken)
    mark = "[required]" if field.required else ""
    if field.secret:
        text = _joined(
            plain(field.description),
            "File with it; '-' is standard input. It is never an argument, and asked for where it is left out.",
            mark,
        )
        return [click.Option([dest, f"{name}-file"], metavar="FILE", help=text)]
    if field.kinds == ["boolean"]:
        text = _joined(plain(field.description), mark)
        return [click.Option([dest, f"{name}/--no-{name[2:]}"], default=None, help=text)]
    text = _joined(plain(field.description), "May be repeated." if field.is_texts else "", mark)
    completing = partial(_known_values, field.values)
    options = [
        click.Option(
            [dest, name], metavar=metavar(field), help=text, multiple=field.is_texts, shell_complete=completing
        )
    ]
    if field.nullable or field.is_texts:
        nothing = "null" if field.nullable else "an empty list"
        options.append(click.Option([f"{dest}_none", f"--no-{name[2:]}"], is_flag=True, help=f"Send {nothing}."))
    return options


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _known_values(values: list[str], _context: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    return [value for value in values if value.startswith(begun)]


def metavar(field: Field) -> str:
    if field.values:
        return "|".join(field.values)
    if field.schema.get("format") == "date":
        return "YYYY-MM-DD"
    if field.schema.get("format") == "date-time":
        return "TIME"
    kinds = [kind for kind in ("array", *_METAVARS) if kind in field.kinds]
    return "TEXT" if not kinds or kinds == ["array"] else _METAVARS[kinds[0]]


def value_of(field: Field, text: str, name: str) -> Any:
    """The value that a text stands for, such as a number.

    Args:
        name: how the message calls it if it cannot be used.
    """
    schema = field.items if field.kinds == ["array"] else field.schema
    kind = Field("", schema).kinds
    if kind == ["integer"]:
        return _integer(text, name)
    if kind == ["number"]:
        return _number(text, name)
    if kind == ["boolean"]:
        if text.lower() not in ("true", "false"):
            raise UsageError(f"{name} should be true or false")
        return text.lower() == "true"
    if schema.get("format") == "date":
        return _day(text, name)
    return text


def secret_from(source: str, name: str) -> Secret:
    """A secret from a file or standard input, without the line break at its end."""
    from woodpecker_auth import Secret

    text = standard_input(name) if source == "-" else file_text(source, name)
    return Secret(text.removesuffix("\n").removesuffix("\r"))


def _integer(text: str, name: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 20):
        raise UsageError(f"{name} should be a whole number")
    return int(text)


def _number(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise UsageError(f"{name} should be a number") from None


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{name} should be a day, such as 2026-01-31") from None
