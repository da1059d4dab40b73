"""YAML read as the JSON it stands for, with the line of every key and item.

Every consumer of the spec reads it as JSON sooner or later, so what has no JSON form is a mistake here, and what
YAML would turn into something else (a date) stays the text it was written as.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from .json_value import Pointer

_TAG = "tag:yaml.org,2002:"
_CONSTANTS = {"null": None, "~": None, "": None, "true": True, "false": False}


# PyYAML has few types for what it does.
_yaml: Any = yaml


class _Loader(yaml.CSafeLoader):  # libyaml takes a tenth of the time of a parser in Python
    """Recognizes the scalars of YAML 1.2's core schema; PyYAML's own are those of 1.1, where `no` is a boolean."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_loader: Any = _Loader
for _name, _pattern, _first in (
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", list("-+.")),
):
    _loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(rf"(?:{_pattern})\Z"), _first)


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
        anchors = [event for event in _yaml.parse(text, _Loader) if _is_anchored(event)]
        node = _yaml.compose(text, _Loader)
    except UnicodeDecodeError as bad:
        plain.mistakes.append((raw.count(b"\n", 0, bad.start) + 1, "not UTF-8 text"))
    except yaml.MarkedYAMLError as bad:
        mark = bad.problem_mark or bad.context_mark
        line = mark.line + 1 if mark else 1
        plain.mistakes.append((line, f"not YAML: {', '.join(filter(None, (bad.context, bad.problem)))}"))
    except yaml.YAMLError as bad:
        plain.mistakes.append((1, f"not YAML: {' '.join(str(bad).split())}"))
    else:
        for event in anchors:
            line = event.start_mark.line + 1
            plain.mistakes.append((line, f"anchor &{event.anchor}: JSON has none, use $ref"))
        if node is not None and not anchors:
            plain.value = _value(node, (), plain)
    return plain


def _is_anchored(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.anchor is not None


def _value(node: Any, pointer: Pointer, plain: PlainYaml) -> Any:
    plain.lines.setdefault(pointer, node.start_mark.line + 1)
    if node.id == "mapping":
        return _mapping(node, pointer, plain)
    if node.id == "sequence":
        return [_value(item, (*pointer, at), plain) for at, item in enumerate(node.value)]
    return _scalar(node, plain)


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
    text: str = node.value
    match str(node.tag).removeprefix(_TAG):
        case "str":
            return text
        case "null" | "bool" if text.lower() in _CONSTANTS:
            return _CONSTANTS[text.lower()]
        case "int":
            return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
        case "float" if text.strip(".+-").lower() not in {"inf", "nan"}:
            return float(text)
        case _:
            plain.mistakes.append((node.start_mark.line + 1, f"{text} has no JSON form"))
            return None
