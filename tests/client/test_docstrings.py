"""What the docstrings of methods, models and dicts say; their examples run against the mock in tests/contract."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from typing import is_typeddict

import pytest
from woodpecker_client import models, resources, typed_dicts

from tests.operations import OPERATIONS

METHODS = [
    pytest.param(method, id=method.__qualname__)
    for module in iter_modules(resources.__path__)
    for kind in vars(import_module(f"{resources.__name__}.{module.name}")).values()
    if inspect.isclass(kind) and kind.__module__.startswith(resources.__name__)
    for method in vars(kind).values()
    if inspect.isfunction(method) and "\nArgs:\n" in (inspect.getdoc(method) or "")
]
MODELS = [getattr(models, name) for name in models.__all__]
DICTS = [one for one in vars(typed_dicts).values() if is_typeddict(one)]


@pytest.mark.parametrize("method", METHODS)
def test_every_argument_is_described(method) -> None:  # type: ignore[no-untyped-def]
    section = inspect.getdoc(method).partition("\nArgs:\n")[2].partition("\n\n")[0]
    entries = dict(re.findall(r"^    (\w+):(.*)$", section, re.MULTILINE))
    assert set(entries) == set(inspect.signature(method).parameters) - {"self"}
    assert [name for name, described in entries.items() if not described.strip()] == []


@pytest.mark.parametrize("kind", [*MODELS, *DICTS], ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type) -> None:
    fields = getattr(kind, "_names", kind.__annotations__)
    section = re.split(r"\n(?:Attributes|Keys):\n", inspect.getdoc(kind) or "")[-1]
    described = re.findall(r"^    (\w+)(?: \((?:.*\n {8})?.*?\))?:[ \n]+\S", section, re.MULTILINE)
    assert {*fields} <= {*described}


@pytest.mark.parametrize("method", METHODS)
def test_operations_are_named_by_their_methods(method) -> None:  # type: ignore[no-untyped-def]
    assert {*re.findall(r"\w+", inspect.getdoc(method) or "")} & OPERATIONS.keys() == set()


def test_there_are_many() -> None:
    assert len(METHODS) > 50 and len(MODELS) > 30 and len(DICTS) > 3
