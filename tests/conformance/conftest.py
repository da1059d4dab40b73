"""A mock on a socket, a client to call it with, and its world by name."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from woodpecker_mock import MockServer

from .world import Named


@pytest.fixture(scope="session")
def mock() -> Iterator[MockServer]:
    with MockServer() as server:
        yield server


@pytest.fixture(scope="session")
def http(mock: MockServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=mock.base_url, trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def named(mock: MockServer) -> Named:
    first, second = mock.world.agencies[:2]
    active, inactive = (next(one for one in first.companies.values() if one.active is state) for state in (True, False))
    *refused, shared = mock.world.agencies[2:]
    keys = {"hq": first.keys[0].value, "client": active.keys[0].value, "unknown": "000000.unknown"}
    keys["hq_member"] = next(key.value for key in shared.keys if not key.user.is_admin)
    for agency in refused:
        keys[f"hq_{agency.access}"] = agency.keys[0].value
        keys[f"client_{agency.access}"] = next(iter(agency.companies.values())).keys[0].value
    granted, not_granted = shared.companies
    ids = {
        "granted": granted,
        "not_granted": not_granted,
        "active": active.id,
        "inactive": inactive.id,
        "foreign": next(iter(second.companies)),
        "hq": first.account.id,
        "unknown": 2**62,
    }
    return Named(keys, ids)
