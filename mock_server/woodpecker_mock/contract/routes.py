"""Which operations a path has."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TypeAlias

from .operations import SpecOperation, operations
from .outside import operations_outside

_Route: TypeAlias = tuple[re.Pattern[str], dict[str, SpecOperation]]


def operations_at(path: str) -> dict[str, tuple[SpecOperation, dict[str, str]]]:
    """The operations of a path by method, each with the texts of its path parameters."""
    found: dict[str, tuple[SpecOperation, dict[str, str]]] = {}
    for pattern, by_method in _routes().get(path.count("/"), ()):
        if match := pattern.fullmatch(path):
            texts = match.groupdict()
            for method, operation in by_method.items():
                found[method] = (operation, texts)
    return found


@cache
def _routes() -> dict[int, list[_Route]]:
    """All paths and their operations, by the number of slashes: no parameter contains one."""
    by_path: defaultdict[str, dict[str, SpecOperation]] = defaultdict(dict)
    for operation in (*operations().values(), *operations_outside().values()):
        by_path[operation.path][operation.method] = operation
    routes: defaultdict[int, list[_Route]] = defaultdict(list)
    for path, by_method in by_path.items():
        pattern = re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path))
        routes[path.count("/")].append((pattern, by_method))
    return dict(routes)
