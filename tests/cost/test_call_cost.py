"""What one typed call costs, in Python functions: over a real connection to a server that sends what the mock sends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest
from woodpecker_client import Agency, AsyncAgency, Hooks
from woodpecker_mock import MockServer, World
from woodpecker_mock.world.sample_worlds import add_agency

from ..unit.auth.raw_server import RawServer, response
from .bounds import CALLS, CallBound
from .counting import Counted

PATHS = {"me": "/v1/me", "50 companies": "/v2/agency/companies", "20 mailboxes": "/v2/mailboxes"}
BLOCKING = [call for form, call in CALLS if form == "blocking"]
COMPANY = 7


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    """Each response is sent in one piece, so that it is read in one."""
    world = World()
    most = 10  # email accounts, each of which has two entries
    agency = add_agency(world, "Agency", [f"Client {number}" for number in range(50)], most_mailboxes=most)
    company = [*agency.companies][most - 1]
    with MockServer(world=world) as mock:

        def body(call: str, path: str) -> bytes:
            headers = {"x-api-key": mock.hq_key}
            if call != "50 companies":
                headers["x-company-id"] = str(company)
            return httpx.get(mock.base_url + path, headers=headers).raise_for_status().content

        bodies = {path.encode(): body(call, path) for call, path in PATHS.items()}

    def script(head: bytes) -> Iterator[bytes]:
        yield response(bodies[head.split()[1].partition(b"?")[0]], content_type="application/json")

    raw = RawServer(script)
    yield raw
    raw.close()


def calls_of(agency: Agency) -> dict[str, Callable[[], Any]]:
    account = agency.account(COMPANY)
    return {
        "me": account.me,
        "50 companies": lambda: next(agency.companies.list().pages()),
        "20 mailboxes": account.mailboxes.list,
    }


def least(counts: list[Counted]) -> Counted:
    """That of the call in which nothing else happened; in asyncio, the loop may look once more for a response."""
    return min(counts, key=lambda counted: counted.calls)


def cost_of(call: Callable[[], Any]) -> Counted:
    call()
    counts = list[Counted]()
    for _ in range(3):
        with Counted() as counted:
            call()
        counts.append(counted)
    return least(counts)


def cost_in_asyncio(server: RawServer, *hooks: Hooks) -> Counted:
    async def costs() -> list[Counted]:
        async with AsyncAgency("hq-key", base_url=server.url, hooks=hooks) as agency:
            me: Callable[[], Awaitable[Any]] = agency.account(COMPANY).me
            await me()
            counts = list[Counted]()
            for _ in range(10):
                with Counted() as counted:
                    await me()
                counts.append(counted)
            return counts

    return least(asyncio.run(costs()))


def over(counted: Counted, bound: CallBound) -> list[str]:
    """Which parts of the bound are exceeded, with the figures."""
    found = {"calls": counted.calls, "functions": len(counted.functions), "files": len(counted.files)}
    return [
        f"{name}: {number}, at most {getattr(bound, name)}"
        for name, number in found.items()
        if number > getattr(bound, name)
    ]


class Planted(Hooks):
    """Extra calls of a function in the middle of each call."""

    def __init__(self, times: int) -> None:
        self.times = times

    def on_request(self, attempt: object) -> None:
        for _ in range(self.times):
            self.nothing()

    def nothing(self) -> None:
        pass


@pytest.mark.parametrize("call", BLOCKING)
def test_a_blocking_call_costs_no_more_than_its_bound(server: RawServer, call: str) -> None:
    with Agency("hq-key", base_url=server.url) as agency:
        cost = cost_of(calls_of(agency)[call])

    assert over(cost, CALLS["blocking", call]) == []


def test_a_call_in_asyncio_costs_no_more_than_its_bound(server: RawServer) -> None:
    assert over(cost_in_asyncio(server), CALLS["asyncio", "me"]) == []


@pytest.mark.parametrize("call", BLOCKING)
def test_an_eighth_more_is_noticed_in_a_blocking_call(server: RawServer, call: str) -> None:
    bound = CALLS["blocking", call]
    with Agency("hq-key", base_url=server.url, hooks=[Planted(bound.calls // 8)]) as agency:
        cost = cost_of(calls_of(agency)[call])

    assert [text.partition(":")[0] for text in over(cost, bound)] == ["calls"]


def test_an_eighth_more_is_noticed_in_asyncio(server: RawServer) -> None:
    bound = CALLS["asyncio", "me"]

    assert [text.partition(":")[0] for text in over(cost_in_asyncio(server, Planted(bound.calls // 8)), bound)] == [
        "calls"
    ]


def test_more_functions_in_more_files_are_noticed() -> None:
    def functions(name: str) -> list[Callable[[], None]]:
        scope: dict[str, Any] = {}
        exec(compile("def first(): pass\ndef second(): pass", name, "exec"), scope)
        return [scope["first"], scope["second"]]

    four = [*functions("one.py"), *functions("two.py")]
    with Counted() as counted:
        for function in four:
            function()

    assert over(counted, CallBound(calls=4, functions=4, files=2)) == []
    assert over(counted, CallBound(calls=3, functions=3, files=1)) == [
        "calls: 4, at most 3",
        "functions: 4, at most 3",
        "files: 2, at most 1",
    ]
