"""What the docstrings of methods say about their arguments."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from woodpecker_client import resources

METHODS = [
    pytest.param(method, id=method.__qualname__)
    for module in iter_modules(resources.__path__)
    for kind in vars(import_module(f"{resources.__name__}.{module.name}")).values()
    if inspect.isclass(kind) and kind.__module__.startswith(resources.__name__)
    for method in vars(kind).values()
    if inspect.isfunction(method) and "\nArgs:\n" in (inspect.getdoc(method) or "")
]


@pytest.mark.parametrize("method", METHODS)
def test_every_argument_is_described(method) -> None:  # type: ignore[no-untyped-def]
    section = inspect.getdoc(method).partition("\nArgs:\n")[2].partition("\n\n")[0]
    entries = dict(re.findall(r"^    (\w+):(.*)$", section, re.MULTILINE))
    assert set(entries) == set(inspect.signature(method).parameters) - {"self"}
    assert [name for name, described in entries.items() if not described.strip()] == []


def test_there_are_many() -> None:
    assert len(METHODS) > 50
