"""With `follow_redirects=True`, what may have run at any hop is never sent again, and the error says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from woodpecker_auth import LaneWaitTimeout, LocalLanes
from woodpecker_client import (
    Agency,
    ApiError,
    AsyncAgency,
    BadRequest,
    ConnectionFailed,
    LaneTimeout,
    PolicyError,
    RateLimited,
    TransportError,
    WoodpeckerError,
)

BASE = "https://api.example/rest"
Second = Callable[[httpx.Request], httpx.Response]


def refuse(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


class Network:
    """The first request of each call gets a redirect, the next one what `second` returns."""

    def __init__(self, status: int, location: str, second: Second) -> None:
        self._status, self._location, self._second = status, location, second
        self.ran: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/api_keys"):
            self.ran.append(request.method)
            return httpx.Response(self._status, headers={"location": self._location})
        return self._second(request)


class SecondTimeNever(LocalLanes):
    """Lanes in which the request after the redirect gets no slot."""

    def __init__(self) -> None:
        super().__init__()
        self.entered = 0

    def _check(self, account: Any) -> None:
        self.entered += 1
        if self.entered % 2 == 0:
            raise LaneWaitTimeout(account, 1.0)

    def acquire(self, account: Any, deadline: Any) -> Any:
        self._check(account)
        return super().acquire(account, deadline)

    async def acquire_async(self, account: Any, deadline: Any) -> Any:
        self._check(account)
        return await super().acquire_async(account, deadline)


@pytest.fixture(params=["blocking", "asyncio"])
def fail(request: pytest.FixtureRequest) -> Callable[..., WoodpeckerError]:
    """The error of a call that makes a key, over a network."""

    def blocking(network: Network, **settings: Any) -> WoodpeckerError:
        transport = httpx.MockTransport(network)
        with Agency("k" * 20, base_url=BASE, transport=transport, follow_redirects=True, **settings) as agency:
            with pytest.raises(WoodpeckerError) as caught:
                agency.companies.api_keys.create(7, label="crm")
        return caught.value

    async def in_asyncio(network: Network, **settings: Any) -> WoodpeckerError:
        transport = httpx.MockTransport(network)
        async with AsyncAgency(
            "k" * 20, base_url=BASE, transport=transport, follow_redirects=True, **settings
        ) as agency:
            with pytest.raises(WoodpeckerError) as caught:
                await agency.companies.api_keys.create(7, label="crm")
        return caught.value

    def running(network: Network, **settings: Any) -> WoodpeckerError:
        return asyncio.run(in_asyncio(network, **settings))

    return blocking if request.param == "blocking" else running


ENDS: dict[str, tuple[str, Second, type[Exception]]] = {
    "a refusal for too many requests": (f"{BASE}/v2/agency/x", lambda request: httpx.Response(429), RateLimited),
    "no connection": (f"{BASE}/v2/agency/x", refuse, ConnectionFailed),
    "the policy": (f"{BASE}/v2/mailboxes", refuse, PolicyError),
    "a client error": (f"{BASE}/v2/agency/x", lambda request: httpx.Response(400), BadRequest),
    "an unknown status": (f"{BASE}/v2/agency/x", lambda request: httpx.Response(418), ApiError),
    "another scheme": ("ftp://api.example/rest/v2/agency/x", refuse, WoodpeckerError),
    "no URL": ("https://[", refuse, WoodpeckerError),
    "redirects without an end": (
        f"{BASE}/v2/agency/x",
        lambda request: httpx.Response(303, headers={"location": f"{BASE}/v2/agency/x"}),
        TransportError,
    ),
}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("end", ENDS)
def test_what_ends_at_a_later_hop_was_sent_once_and_may_have_run(fail, end, status):
    location, second, kind = ENDS[end]
    network = Network(status, location, second)
    error = fail(network, max_retries=3, deadline=10)
    assert network.ran == ["POST"]
    assert isinstance(error, kind) and error.may_have_run
    assert "It is unknown whether the call ran" in str(error)


def test_a_lane_without_a_slot_at_a_later_hop(fail):
    network = Network(303, f"{BASE}/v2/agency/x", refuse)
    error = fail(network, lanes=SecondTimeNever(), max_retries=3)
    assert network.ran == ["POST"] and isinstance(error, LaneTimeout) and error.may_have_run


def test_a_call_that_changes_nothing_is_sent_again_after_a_redirect():
    responses = iter([
        httpx.Response(302, headers={"location": f"{BASE}/v1/there"}), httpx.Response(429),
        httpx.Response(302, headers={"location": f"{BASE}/v1/there"}),
        httpx.Response(200, json={"user_id": 1, "firm_id": 2, "user_name": "u", "user_email": "u@e.example",
                                  "firm_name": "f"}),
    ])  # fmt: skip
    transport = httpx.MockTransport(lambda request: next(responses))
    with Agency("k" * 20, base_url=BASE, transport=transport, follow_redirects=True) as agency:
        assert agency.own_account.me().firm_id == 2


def test_a_refusal_at_the_first_hop_is_still_sent_again():
    responses = iter([httpx.Response(429), httpx.Response(201, json={"api_key": "made", "label": "crm"})])
    transport = httpx.MockTransport(lambda request: next(responses))
    with Agency("k" * 20, base_url=BASE, transport=transport, follow_redirects=True) as agency:
        assert agency.companies.api_keys.create(7, label="crm").api_key == "made"
