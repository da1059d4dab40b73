"""YAML read as the JSON it stands for, with the line of every key and item.

Every consumer of the spec reads it as JSON sooner or later, so what has no JSON form is a mistake here, and what
YAML would turn into something else (a date) stays the text it was written as.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .json_value import Pointer

# ruamel.yaml has no types for what it parses.
_YAML: Any = YAML(typ="safe", pure=True)
_TAG = "tag:yaml.org,2002:"
_SPELLED_OUT = {"null", "bool", "int", "float"}
_KEPT_AS_TEXT = {"str", "timestamp"}


@dataclass
class PlainYaml:
    """What one file says: `value`, the line of everything in it, and what is wrong as (line, reason)."""

    value: Any = None
    lines: dict[Pointer, int] = field(default_factory=dict[Pointer, int])
    mistakes: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


def read_yaml(raw: bytes) -> PlainYaml:
    """Read one YAML document; mistakes are collected, not raised."""
    plain = PlainYaml()
    try:
        text = raw.decode("utf-8")
        node = _YAML.compose(text)
    except UnicodeDecodeError as bad:
        plain.mistakes.append((raw.count(b"\n", 0, bad.start) + 1, "not UTF-8 text"))
    except MarkedYAMLError as bad:
        error: Any = bad
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        plain.mistakes.append((line, f"not YAML: {', '.join(filter(None, (error.context, error.problem)))}"))
    except YAMLError as bad:
        plain.mistakes.append((1, f"not YAML: {' '.join(str(bad).split())}"))
    else:
        if node is not None:
            plain.value = _value(node, (), plain)
    return plain


def _value(node: Any, pointer: Pointer, plain: PlainYaml) -> Any:
    line = node.start_mark.line + 1
    plain.lines.setdefault(pointer, line)
    if node.anchor is not None:
        plain.mistakes.append((line, f"anchor &{node.anchor}: JSON has none, use $ref"))
    elif node.id == "mapping":
        return _mapping(node, pointer, plain)
    elif node.id == "sequence":
        return [_value(item, (*pointer, at), plain) for at, item in enumerate(node.value)]
    else:
        return _scalar(node, plain)
    return None


def _mapping(node: Any, pointer: Pointer, plain: PlainYaml) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.tag != f"{_TAG}str":
            plain.mistakes.append((line, f"key {key.value}: put it in quotes, keys are text"))
        elif key.value in content:
            first = plain.lines[(*pointer, key.value)]
            plain.mistakes.append((line, f"key {key.value} is here twice, first on line {first}"))
        else:
            plain.lines[(*pointer, key.value)] = line
            content[key.value] = _value(value, (*pointer, key.value), plain)
    return content


def _scalar(node: Any, plain: PlainYaml) -> Any:
    kind = str(node.tag).removeprefix(_TAG)
    if kind in _KEPT_AS_TEXT:
        return node.value
    if kind in _SPELLED_OUT and node.value.strip(".+-").lower() not in {"inf", "nan"}:
        return _YAML.constructor.construct_object(node)
    plain.mistakes.append((node.start_mark.line + 1, f"{node.value} has no JSON form"))
    return None
