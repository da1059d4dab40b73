"""The generated package's operations by their id."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from woodpecker_client import api
from woodpecker_runtime.operation import Operation, OperationRequest

_MODULES = [import_module(found.name) for found in walk_packages(api.__path__, f"{api.__name__}.") if not found.ispkg]

GENERATED: dict[str, Operation[Any]] = {module.OPERATION.id: module.OPERATION for module in _MODULES}


def filled(operation: Operation[Any]) -> OperationRequest[Any]:
    """A request for the operation, with some id for each in the path."""
    return OperationRequest(operation, re.sub(r"\{\w+\}", "1", operation.path))
