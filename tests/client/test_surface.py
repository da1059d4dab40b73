"""One list of operations everywhere: spec, low-level functions, resource surface and mock."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from pathlib import Path
from typing import Any

import woodpecker_client
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, api
from woodpecker_mock.handlers.registry import HANDLERS

SPEC = json.loads((Path(__file__).parents[2] / "spec/dist/openapi-3.0.json").read_text())
VERBS = {"get", "put", "post", "patch", "delete"}
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation
    for item in SPEC["paths"].values()
    for verb, operation in item.items()
    if verb in VERBS
}


def functions() -> dict[str, Any]:
    modules = (
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(api.__path__, "woodpecker_client.api.")
        if not found.ispkg
    )
    return {module.OPERATION.id: module for module in modules}


def method(root: type, operation: dict[str, Any]) -> Any:
    """The surface's method for an operation, found through the resources of a client."""
    node = root("a-key")
    for step in filter(None, operation["x-resource"].split(".")):
        node = getattr(node, step)
    return inspect.getattr_static(type(node), operation["x-method"])


def on_surface(agency: type, account: type) -> set[str]:
    roots = {"agency": agency, "account": account}
    return {
        name
        for name, operation in OPERATIONS.items()
        if callable(method(roots[operation["x-route-family"]], operation))
    }


def test_all_29_operations_are_everywhere():
    everywhere = set(OPERATIONS)
    assert len(everywhere) == 29
    assert set(functions()) == everywhere
    assert on_surface(Agency, Account) == everywhere
    assert on_surface(AsyncAgency, AsyncAccount) == everywhere
    assert set(HANDLERS) == everywhere


def test_every_function_has_its_four_forms_and_says_what_the_spec_says():
    for name, module in functions().items():
        assert inspect.iscoroutinefunction(module.asyncio) and inspect.iscoroutinefunction(module.asyncio_detailed)
        assert callable(module.sync) and callable(module.sync_detailed)
        described = OPERATIONS[name]
        known = module.OPERATION
        assert (known.family, known.retry, known.effects) == (
            described["x-route-family"], described["x-retry"], frozenset(described["x-effect"]),
        )  # fmt: skip


def test_no_method_takes_the_company_header_and_all_take_a_timeout():
    roots = {"agency": (Agency, AsyncAgency), "account": (Account, AsyncAccount)}
    for operation in OPERATIONS.values():
        for root in roots[operation["x-route-family"]]:
            parameters = inspect.signature(method(root, operation)).parameters
            assert "timeout" in parameters and "x_company_id" not in parameters


def test_agency_and_account_share_no_operation():
    assert not hasattr(Agency, "mailboxes") and not hasattr(Agency, "me")
    assert not hasattr(Account, "companies") and not hasattr(Account, "blacklist")


def test_the_public_names_are_sorted_and_complete():
    names = woodpecker_client.__all__
    assert sorted(names) == list(names)
    assert all(hasattr(woodpecker_client, name) for name in names)
