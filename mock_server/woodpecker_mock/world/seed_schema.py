"""Whether a document is a valid seed, by the JSON Schema that is packaged beside this module."""

from __future__ import annotations

import json
import re
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from ..contract.openapi import openapi_document

# Other names could be keys.
_PLAIN_NAME = re.compile(r"[a-z_]{1,40}")


class SeedError(ValueError):
    """A seed that is not valid.

    Attributes:
        problems: what is wrong, each with its JSON pointer; never a value that was given.
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("the seed is not valid:" + "".join(f"\n  {problem}" for problem in problems))


def plain(value: object) -> Any:
    """The same JSON, made of new plain objects, in which 1.0 is 1.

    Raises:
        SeedError: it is not JSON.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        # Half of a surrogate pair is JSON and no text.
        text.encode("utf-8")
        return json.loads(text, parse_float=_number)
    except (TypeError, ValueError, RecursionError):
        raise SeedError(["the whole is not JSON"]) from None


def problems_with(seed: Any) -> list[str]:
    """What does not fit the schema."""
    try:
        return [_description(error) for error in _validator().iter_errors(seed)]
    except ValueError:
        # The validator stops at a depth of 255.
        return ["the whole: is nested too deep"]


def _number(text: str) -> float | int:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = json.loads(Path(__file__).with_name("seed.schema.json").read_text(encoding="utf-8"))
    # The one document that it refers to is the spec.
    return jsonschema_rs.Draft202012Validator(schema, retriever=lambda uri: openapi_document(), validate_formats=True)


def _description(error: jsonschema_rs.ValidationError) -> str:
    place = "".join(f"/{step}" for step in error.instance_path) or "the whole"
    rule, kind = str(error.schema_path[-1]), cast("Any", error.kind)
    match rule:
        case "required":
            return f"{place}: {kind.property} is missing"
        case "additionalProperties" | "unevaluatedProperties":
            names = [name for name in kind.unexpected if _PLAIN_NAME.fullmatch(name)]
            return f"{place}: {', '.join(names) or 'a name that is not shown'}: no such field"
        case "type":
            return f"{place}: must be {' or '.join(sorted(kind.types))}"
        case "enum":
            return f"{place}: must be one of {', '.join(map(str, kind.options))}"
        case _:
            wanted = (getattr(kind, name) for name in ("limit", "pattern", "format") if hasattr(kind, name))
            return " ".join([f"{place}: breaks the rule", rule, *map(str, wanted)])
