"""respx answers all four clients, below the header policy, the lanes and the retries."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
import respx
from woodpecker_auth import AsyncNetworkTransport, NetworkTransport
from woodpecker_client import ConnectionFailed, TransportError

ME = {"user_id": 1, "firm_id": 7, "firm_name": "Mocked"}


@pytest.fixture
def router(mock) -> Iterator[respx.Router]:
    """Its routes, and a look at the network: nothing has gone there."""
    with respx.mock(base_url=mock.base_url) as router:
        yield router
    assert not mock.log


def test_it_answers_and_sees_the_headers_of_the_policy(door, router):
    route = router.get("/v1/me", headers=door.headers).respond(json=ME)
    assert door.ask().firm_name == "Mocked"
    assert route.call_count == 1


def test_its_failures_are_repeated_as_those_of_the_network_are(door, router):
    answers = [httpx.ConnectError("mocked"), httpx.Response(503), httpx.Response(429), httpx.Response(200, json=ME)]
    route = router.get("/v1/me").mock(side_effect=answers)
    assert door.ask(max_retries=3).firm_name == "Mocked"
    assert route.call_count == 4


def test_its_failures_are_errors_of_the_client(door, router):
    router.get("/v1/me").mock(side_effect=httpx.ConnectError("mocked"))
    with pytest.raises(ConnectionFailed, match="mocked"):
        door.ask(max_retries=0)


def test_a_request_that_no_route_knows_fails_and_is_not_sent(door, router):
    with pytest.raises(TransportError, match="not mocked"):
        door.ask(max_retries=0)


def test_its_answers_give_their_lane_and_their_place_back(door, router):
    router.get("/v1/me").respond(json=ME)
    transport = (AsyncNetworkTransport if door.is_async else NetworkTransport)(connections=1)
    assert door.ask(times=3, transport=transport, deadline=5).firm_name == "Mocked"


def test_above_the_header_policy_it_sees_neither_key_nor_company(door, mock):
    with respx.mock(base_url=mock.base_url, using="httpx") as router:
        route = router.get("/v1/me").respond(json=ME)
        assert door.ask().firm_name == "Mocked"
    assert not door.headers.keys() & set(route.calls.last.request.headers)
    assert not mock.log
