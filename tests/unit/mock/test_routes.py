"""A path finds its operations."""

from __future__ import annotations

import pytest
from woodpecker_mock.contract.operations import operations
from woodpecker_mock.contract.routes import operations_at


@pytest.mark.parametrize("operation", operations().values(), ids=lambda one: one.id)
def test_every_operation_is_found_with_its_parameters(operation) -> None:  # type: ignore[no-untyped-def]
    texts = {one.name: f"a b{number}" for number, one in enumerate(operation.parameters) if one.location == "path"}
    found, given = operations_at(operation.path.format(**texts))[operation.method]
    assert (found, given) == (operation, texts)


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/me/", "/v1/me\n", "/v2/mailboxes/", "//v1/me", "/v2/mailboxes/1/2"])
def test_other_paths_find_nothing(path: str) -> None:
    assert operations_at(path) == {}
