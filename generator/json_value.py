"""Parts of a JSON document of which nothing is known yet."""

from __future__ import annotations

from typing import Any, TypeGuard

Pointer = tuple[str | int, ...]
"""The way from the document's root to a value: keys and positions."""


def is_mapping(value: Any) -> TypeGuard[dict[str, Any]]:
    """Is it an object? JSON has no keys but text."""
    return isinstance(value, dict)


def is_sequence(value: Any) -> TypeGuard[list[Any]]:
    """Is it an array?"""
    return isinstance(value, list)


def mapping(value: Any) -> dict[str, Any]:
    """The value if it is an object, else an empty one: another type is reported once, by the OpenAPI rule."""
    return value if is_mapping(value) else {}


def sequence(value: Any) -> list[Any]:
    """The value if it is an array, else an empty one."""
    return value if is_sequence(value) else []


def members(value: Any) -> list[tuple[str | int, Any]]:
    """What an object or an array holds, by key or position; nothing for anything else."""
    return [*mapping(value).items(), *enumerate(sequence(value))]
