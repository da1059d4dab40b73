"""policy.json from the other end: what the policy lets pass, the mock decides by the row that was meant."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer

from .vectors import load, operation_at
from .world import Named, row_logged


def seen_by_the_api() -> list[Any]:
    """The cases in which something is sent to the API, for an operation that it has."""
    return [
        pytest.param(case, id=case["id"])
        for case in load("policy")["cases"]
        if "headers" in case["expect"] and "base_url" not in case and operation_at(**case["request"])
    ]


@pytest.mark.parametrize("case", seen_by_the_api())
def test_what_is_sent_is_decided_by_its_row(
    mock: MockServer, http: httpx.Client, named: Named, case: dict[str, Any]
) -> None:
    headers = dict(case["expect"]["headers"])
    # The vectors' keys are nobody's; the mock's take their place.
    headers["x-api-key"] = named.keys[case["key"]["kind"]]
    method, path = case["request"].values()
    http.request(method, path, headers=headers)
    assert row_logged(mock, http) == row_of(mock, case)


def row_of(mock: MockServer, case: dict[str, Any]) -> int:
    operation = operation_at(**case["request"])
    assert operation is not None
    company = case["expect"]["headers"].get("x-company-id")
    if operation["x-route-family"] == "agency":
        return 13
    if case["key"]["kind"] == "client":
        return 5
    if company is None:
        return 8
    return 9 if int(company) in mock.world.agencies[0].companies else 11


def test_every_allowed_row_is_among_them(mock: MockServer) -> None:
    rows = {row_of(mock, case.values[0]) for case in seen_by_the_api()}
    assert rows == {5, 8, 9, 11, 13}
