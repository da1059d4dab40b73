"""The generated package's operations by their id."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from woodpecker_client import api
from woodpecker_runtime.operation import Operation

_MODULES = [import_module(found.name) for found in walk_packages(api.__path__, f"{api.__name__}.") if not found.ispkg]

GENERATED: dict[str, Operation[Any]] = {module.OPERATION.id: module.OPERATION for module in _MODULES}


def filled(operation: Operation[Any]) -> dict[str, Any]:
    """The request's method and URL, with some id for each in the path."""
    return {"method": operation.method, "url": re.sub(r"\{\w+\}", "1", operation.path)}
