"""limits.json once more, a client's part, with `request` on the doors for asyncio: a lane is that of an account.

Doors that block wait in threads, whose time cannot be simulated: tests/client/test_any_route.py has theirs.
"""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from woodpecker_auth import LocalLanes
from woodpecker_client import AsyncAccount, AsyncAgency, LaneTimeout

from .clock import Clock
from .vectors import inputs, load

NOT_EXPRESSED = {
    "client-deadline-of-the-running": "the deadline of a call is not only for its wait",
    "client-no-patience-and-free": "the deadline of a call is more than zero seconds",
    "client-no-patience-and-busy": "the deadline of a call is more than zero seconds",
}
CASES = [case for case in load("limits")["cases"] if case["role"] == "client"]
RUNS = [
    pytest.param(case, key, id=f"{case['id']}-{key}")
    for case in CASES
    for key in ("hq", "client")
    # A client's key has one account.
    if case["id"] not in NOT_EXPRESSED and (key == "hq" or len({one["account"] for one in case["arrivals"]}) == 1)
]


@pytest.mark.parametrize(("case", "key"), RUNS)
def test_calls_of_any_route_wait_in_the_lane_of_their_account(
    case: dict[str, Any], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    for module in ("deadline", "lanes"):
        monkeypatch.setattr(f"woodpecker_auth.{module}.monotonic", clock.now)
    replay(clock, key, **inputs(case))


def replay(
    clock: Clock, key: str, *, role: str, limits: dict[str, int], arrivals: list[dict[str, Any]], expect: dict[str, Any]
) -> None:
    started: list[list[Any]] = []
    refused: list[list[Any]] = []

    async def network(request: httpx.Request) -> httpx.Response:
        started.append([request.url.params["id"], clock.now()])
        await asyncio.sleep(float(request.url.params["takes"]))
        return httpx.Response(204)

    async def visit(door: Any, *, id: str, takes: float, gives_up_after: float | None) -> None:
        try:
            await door.request("GET", "/v1/campaign_list", params={"id": id, "takes": takes}, deadline=gives_up_after)
        except LaneTimeout:
            refused.append([id, clock.now(), "gave_up"])

    async def main() -> None:
        make: Any = AsyncAgency if key == "hq" else AsyncAccount
        transport = httpx.MockTransport(network)
        async with make("key", transport=transport, lanes=LocalLanes(**limits)) as opened, asyncio.TaskGroup() as calls:
            for arrival in arrivals:
                call = dict(arrival)
                door = opened if key == "client" else account_of(opened, call["account"])
                await asyncio.sleep(call.pop("at") - clock.now())
                calls.create_task(visit(door, **{name: call[name] for name in ("id", "takes", "gives_up_after")}))

    clock.run(main())
    assert role == "client" and {"started": started, "refused": refused} == expect


def account_of(agency: AsyncAgency, name: str) -> AsyncAccount:
    if name == "HQ":
        return agency.own_account
    return agency.account(int(name) if name.isdecimal() else 1)


def test_what_is_left_out_is_there() -> None:
    assert NOT_EXPRESSED.keys() <= {case["id"] for case in CASES}
