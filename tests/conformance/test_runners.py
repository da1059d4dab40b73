"""The runners know every key of the cases that they replay, and no others."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from . import (
    test_errors,
    test_limits,
    test_pagination,
    test_policy,
    test_reading,
    test_redirects,
    test_requests,
    test_server,
)
from .vectors import load

RUNNERS = {
    "errors": test_errors,
    "limits": test_limits,
    "pagination": test_pagination,
    "policy": test_policy,
    "reading": test_reading,
    "redirects": test_redirects,
    "requests": test_requests,
    "server": test_server,
}


@pytest.mark.parametrize(("name", "runner"), RUNNERS.items(), ids=RUNNERS)
def test_a_runner_takes_the_keys_of_its_cases_and_no_others(name: str, runner: ModuleType) -> None:
    parameters = inspect.signature(runner.replay).parameters.values()
    assert all(one.kind is not one.VAR_KEYWORD for one in parameters)
    case = load("vectors.schema")["$defs"][f"{name}Case"]
    assert {one.name for one in parameters if one.kind is one.KEYWORD_ONLY} == set(case["properties"]) - {"id", "about"}
    optional = {one.name for one in parameters if one.kind is one.KEYWORD_ONLY and one.default is not one.empty}
    assert optional == set(case["properties"]) - set(case["required"])
