"""A mock on a socket for each test, and a client that holds every response against the spec."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.contract.routes import operations_at
from woodpecker_mock.world import AgencyRecord, CompanyRecord

Send: TypeAlias = Callable[..., httpx.Response]


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as running:
        yield running


@pytest.fixture
def agency(mock: MockServer) -> AgencyRecord:
    """The first agency of the seeded world: the healthy one with many clients."""
    return mock.world.agencies[0]


@pytest.fixture
def hq(agency: AgencyRecord) -> str:
    return agency.keys[0].value


@pytest.fixture
def company(agency: AgencyRecord) -> CompanyRecord:
    """An active client that has no Microsoft credentials yet."""
    return next(one for one in agency.companies.values() if one.active and not one.account.credentials)


@pytest.fixture
def send(mock: MockServer) -> Iterator[Send]:
    """`send(method, path, key, company_id, ...)`; the response is checked against the spec before it comes back."""
    with httpx.Client(base_url=mock.base_url) as client:

        def sending(
            method: str, path: str, key: str | None = None, company_id: object = None, **rest: Any
        ) -> httpx.Response:
            headers = {"x-api-key": key} if key is not None else {}
            if company_id is not None:
                headers["x-company-id"] = str(company_id)
            headers |= rest.pop("headers", {})
            response = client.request(method, path, headers=headers, **rest)
            hold_against_spec(method, path.partition("?")[0], response)
            return response

        yield sending


def hold_against_spec(method: str, path: str, response: httpx.Response) -> None:
    candidates = operations_at("/" + path.strip("/"))
    if method not in candidates:
        return
    operation, _ = candidates[method]
    assert response.status_code in operation.responses, f"{operation.id} does not document {response.status_code}"
    check = operation.responses[response.status_code]
    if check is not None:
        assert response.headers["content-type"] == "application/json"
        check.validate(response.json())
    elif response.is_success:
        assert response.content == b""
