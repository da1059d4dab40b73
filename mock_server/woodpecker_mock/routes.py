"""Which operations a path has."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from .document import Operation, operations


def find(path: str) -> dict[str, tuple[Operation, dict[str, str]]]:
    """The operations of a path by method, each with the texts of its path parameters."""
    found: dict[str, tuple[Operation, dict[str, str]]] = {}
    for pattern, by_method in _patterns().get(path.count("/"), ()):
        if match := pattern.fullmatch(path):
            texts = match.groupdict()
            found |= {method: (operation, texts) for method, operation in by_method.items()}
    return found


@cache
def _patterns() -> dict[int, list[tuple[re.Pattern[str], dict[str, Operation]]]]:
    """The paths of the spec and what they offer, by how many slashes they have: no parameter holds one."""
    by_path: defaultdict[str, dict[str, Operation]] = defaultdict(dict)
    for operation in operations().values():
        by_path[operation.path][operation.method] = operation
    sorted_: defaultdict[int, list[tuple[re.Pattern[str], dict[str, Operation]]]] = defaultdict(list)
    for path, by_method in by_path.items():
        pattern = re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path))
        sorted_[path.count("/")].append((pattern, by_method))
    return dict(sorted_)
