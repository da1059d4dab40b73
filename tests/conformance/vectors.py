"""The files of spec/conformance/, and what several runners need to replay them.

Every runner hands a case's keys on as keyword arguments, so that a key it does not know fails the test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import woodpecker_client
from woodpecker_auth import OWN_ACCOUNT, ClientKey, CompanyScope, HQKey, Key, Scope
from woodpecker_client import ApiError

from tests.doors import Door, account_of, itself, own_account

SPEC_FOLDER = Path(__file__).parents[2] / "spec"
FOLDER = SPEC_FOLDER / "conformance"

SPEC: dict[str, Any] = json.loads((SPEC_FOLDER / "dist" / "openapi-3.1.json").read_text(encoding="utf-8"))
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: {"path": path, "method": verb.upper(), **operation}
    for path, item in SPEC["paths"].items()
    for verb, operation in item.items()
}


def load(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return document


FILES = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "vectors.schema")


def cases(name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a file, under the case's id."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in load(name)["cases"]])


def inputs(case: dict[str, Any]) -> dict[str, Any]:
    """All of a case but what is there for people."""
    return {key: value for key, value in case.items() if key not in {"id", "about"}}


def operation_at(method: str, path: str) -> dict[str, Any] | None:
    """The operation that a request is for, None if the spec has none."""
    path = path.partition("?")[0].rstrip("/")
    for operation in OPERATIONS.values():
        pattern = re.sub(r"\{\w+\}", "[^/]+", operation["path"])
        if operation["method"] == method and re.fullmatch(pattern, path):
            return operation
    return None


def key_of(*, kind: str, value: Any) -> Key:
    return {"hq": HQKey, "client": ClientKey}[kind](value)


def scope_of(context: dict[str, Any] | None) -> Scope | None:
    match context:
        case None:
            return None
        case {"own_account": True, **rest} if not rest:
            return OWN_ACCOUNT
        case _:
            return _company(**context)


def _company(*, company: Any, company_text: str | None = None) -> Scope:
    assert company_text in (None, str(company))
    return CompanyScope(company)


def door_of(context: dict[str, Any] | None) -> Door:
    """Which door of a client acts for a context."""
    match context:
        case None:
            return itself
        case {"own_account": True, **rest} if not rest:
            return own_account
        case {"company": company, **rest} if rest.keys() <= {"company_text"}:
            return account_of(company)
        case _:
            raise ValueError(f"no such context: {context}")


def kind_of(error: ApiError) -> str:
    """The kind that the vectors know an error by: the name of its public class."""
    name = type(error).__name__
    assert type(error) is getattr(woodpecker_client, name)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def steps(pointer: str) -> list[str]:
    """The keys and indices on the way that a JSON pointer describes. No key here has a `~` or a `/`."""
    return pointer.split("/")[1:]


def values_of(node: Any, *keys: str) -> Iterator[Any]:
    """Everything that is under one of these keys, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in keys:
                yield value
            yield from values_of(value, *keys)
    elif isinstance(node, list):
        for value in node:
            yield from values_of(value, *keys)
