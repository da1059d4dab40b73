"""respx responds to all four clients, below the header policy, the lanes and the retries."""

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
    """Its routes; at the end, nothing was sent to the mock."""
    with respx.mock(base_url=mock.base_url) as router:
        yield router
    assert not mock.log


def test_it_responds_and_sees_the_headers_of_the_policy(client, router):
    route = router.get("/v1/me", headers=client.headers).respond(json=ME)
    assert client.call_me().firm_name == "Mocked"
    assert route.call_count == 1


def test_its_failures_are_retried_as_those_of_the_network_are(client, router):
    responses = [httpx.ConnectError("mocked"), httpx.Response(503), httpx.Response(429), httpx.Response(200, json=ME)]
    route = router.get("/v1/me").mock(side_effect=responses)
    assert client.call_me(max_retries=3).firm_name == "Mocked"
    assert route.call_count == 4


def test_its_failures_are_errors_of_the_client(client, router):
    router.get("/v1/me").mock(side_effect=httpx.ConnectError("mocked"))
    with pytest.raises(ConnectionFailed, match="mocked"):
        client.call_me(max_retries=0)


def test_a_request_that_no_route_knows_fails_and_is_not_sent(client, router):
    with pytest.raises(TransportError, match="not mocked"):
        client.call_me(max_retries=0)


def test_its_responses_release_their_lane_and_their_connection(client, router):
    router.get("/v1/me").respond(json=ME)
    transport = (AsyncNetworkTransport if client.is_async else NetworkTransport)(connections=1)
    assert client.call_me(times=3, transport=transport, deadline=5).firm_name == "Mocked"


def test_above_the_header_policy_it_sees_neither_key_nor_company(client, mock):
    with respx.mock(base_url=mock.base_url, using="httpx") as router:
        route = router.get("/v1/me").respond(json=ME)
        assert client.call_me().firm_name == "Mocked"
    assert not client.headers.keys() & set(route.calls.last.request.headers)
    assert not mock.log
