"""What JSON calls an object."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeGuard

Json: TypeAlias = dict[str, Any]


def is_object(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether it is a JSON object."""
    return isinstance(value, dict)
