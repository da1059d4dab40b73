"""docs/reference/failures.md, row by row: what is sent again, what the caller sees, and that no change runs twice."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import woodpecker_client
from woodpecker_client import Agency, AsyncAgency, Attempt, Hooks
from woodpecker_client.models.company_create import CompanyCreate
from woodpecker_mock import Fault, Limits, MockServer
from woodpecker_runtime import retries
from woodpecker_runtime.errors import CallError

PAGE = Path(__file__).parents[2] / "docs/reference/failures.md"
V1_BUSY = {"status": {"status": "ERROR", "code": "E_TOO_MANY_REQUESTS", "msg": "wait"}}
NAME = "Otterbrook Press"


@dataclass(frozen=True)
class Row:
    failure: str
    safe: bool
    requests: str
    runs: int
    seen: str


def rows() -> list[Row]:
    lines = [line.strip("| \n").split(" | ") for line in PAGE.read_text().splitlines() if line.startswith("| ")]
    return [Row(cells[0], cells[1] == "safe", cells[2], int(cells[3]), cells[4]) for cells in lines[2:]]


@dataclass
class Scene:
    """A mock, and the settings of the client."""

    mock: MockServer
    operation: str
    settings: dict[str, Any] = field(default_factory=dict)

    def fault(self, times: int | None, **fields: Any) -> None:
        self.mock.faults.add(Fault(operation=self.operation, times=times, **fields))


class Counting(Hooks):
    """Counts requests; before the one of a given number, something happens."""

    def __init__(self) -> None:
        self.requests = 0
        self.before: dict[int, Callable[[], object]] = {}

    def on_request(self, attempt: Attempt) -> None:
        self.requests += 1
        self.before.get(attempt.number, lambda: None)()


def faulty(times: int | None, **fields: Any) -> Callable[[Scene, Counting], Any]:
    def make(scene: Scene, counting: Counting) -> Any:
        scene.fault(times, **fields)
        if fields.get("kind") == "hang":
            scene.settings["timeout"] = 0.3
        if fields.get("kind") == "slow" or (fields.get("status") == 429 and times is None):
            scene.settings["deadline"] = 1.5
        return nullcontext()

    return make


def busy(close_late: bool) -> Callable[[Scene, Counting], Any]:
    """Another program's request hangs in the account, so ours waits in the API's queue, in vain the first time."""

    @contextmanager
    def make(scene: Scene, counting: Counting) -> Iterator[None]:
        mock = scene.mock
        mock.limits.limits = Limits(wait=0.2, close_late=close_late)
        mock.faults.add(Fault(kind="hang", operation="listDeliverability"))
        headers = {"x-api-key": mock.world.agencies[0].keys[0].value}
        url = f"{mock.base_url}/v2/agency/deliverability"
        other = Thread(target=lambda: httpx.get(url, headers=headers, timeout=30, trust_env=False))
        other.start()
        while not mock.faults.hanging:
            pass
        counting.before[2] = lambda: (mock.faults.release(), other.join())
        yield
        mock.faults.release()
        other.join()

    return make


def refused(until: int | None) -> Callable[[Scene, Counting], Any]:
    """Nobody listens, until a request of that number."""

    @contextmanager
    def make(scene: Scene, counting: Counting) -> Iterator[None]:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        late = MockServer(scene.mock.world, port=port)
        scene.settings["base_url"] = f"http://127.0.0.1:{port}/rest"
        opened: list[MockServer] = []
        if until is not None:
            counting.before[until] = lambda: opened.append(late.__enter__())
        yield
        for one in opened:
            scene.mock.executed.update(one.executed)
            one.__exit__()

    return make


@contextmanager
def occupied(scene: Scene, counting: Counting) -> Iterator[None]:
    """A request of our own process has the account's slot, and keeps it."""
    scene.settings["deadline"] = 0.5
    scene.mock.faults.add(Fault(kind="hang", operation="listDeliverability"))
    key = scene.mock.world.agencies[0].keys[0].value
    with Agency(key, base_url=scene.mock.base_url) as other:
        holding = Thread(target=lambda: list(other.deliverability.list()))
        holding.start()
        while not scene.mock.faults.hanging:
            pass
        yield
        scene.mock.faults.release()
        holding.join()


SCENES: dict[str, Callable[[Scene, Counting], Any]] = {
    "429, three times": faulty(3, status=429),
    "429, always": faulty(None, status=429),
    "v1 conflict for too many requests, three times": faulty(3, status=409, body=V1_BUSY),
    "429 after the wait in the API's queue": busy(close_late=False),
    "connection closed after the wait in the API's queue": busy(close_late=True),
    "connection refused, twice": refused(until=3),
    "connection refused, always": refused(until=None),
    "reset before it ran, once": faulty(1, kind="reset"),
    "reset in the middle of the response, once": faulty(1, kind="reset", when="after", mid_body=True),
    "500 before it ran, once": faulty(1, status=500),
    "500 before it ran, twice": faulty(2, status=500),
    "500 before it ran, always": faulty(None, status=500),
    "502 in HTML after it ran, once": faulty(
        1, status=502, when="after", body="<h1>Bad Gateway</h1>", content_type="text/html"
    ),
    "hang before it ran, once": faulty(1, kind="hang"),
    "hang after it ran, once": faulty(1, kind="hang", when="after"),
    "hang, always": faulty(None, kind="hang"),
    "response a byte at a time, always": faulty(None, kind="slow", when="after", pause=0.02),
    "response cut short, once": faulty(1, kind="truncated", when="after"),
    "400": faulty(1, status=400, body={"title": "Bad request", "status": 400, "detail": "no"}),
    "no slot in the lane": occupied,
}


def call(agency: Agency, safe: bool) -> object:
    if safe:
        return next(agency.companies.list())
    return agency.companies.create(companies=[CompanyCreate(name=NAME)])


async def call_async(agency: AsyncAgency, safe: bool) -> object:
    if safe:
        return await anext(agency.companies.list())
    return await agency.companies.create(companies=[CompanyCreate(name=NAME)])


def outcome(is_async: bool, key: str, safe: bool, **settings: Any) -> BaseException | None:
    async def main() -> None:
        async with AsyncAgency(key, **settings) as agency:
            await call_async(agency, safe)

    try:
        if is_async:
            asyncio.run(main())
        else:
            with Agency(key, **settings) as agency:
                call(agency, safe)
    except woodpecker_client.WoodpeckerError as error:
        return error
    return None


@pytest.mark.parametrize("is_async", [False, True], ids=["blocking", "asyncio"])
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.failure}-{'safe' if row.safe else 'unsafe'}")
def test_a_row(row: Row, is_async: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.02)
    monkeypatch.setattr(retries, "_LONGEST_PAUSE", 0.05)
    counting = Counting()
    with MockServer() as mock:
        scene = Scene(mock, "listCompanies" if row.safe else "createCompanies")
        key = mock.world.agencies[0].keys[0].value
        with SCENES[row.failure](scene, counting):
            settings = {"base_url": mock.base_url, "hooks": [counting], **scene.settings}
            error = outcome(is_async, key, row.safe, **settings)
        ran = mock.executed[scene.operation]
        made = [one for one in mock.world.agencies[0].companies.values() if one.account.name == NAME]

    assert ran == row.runs and len(made) == (0 if row.safe else row.runs) <= 1
    assert counting.requests > 4 if row.requests == "many" else counting.requests == int(row.requests)
    if row.seen == "the result":
        assert error is None
        return
    kind = re.match(r"\w+", row.seen)
    assert kind and type(error).__name__ == kind[0], error
    assert isinstance(error, CallError)
    assert error.may_have_run is row.seen.endswith("may have run")
    assert error.attempts == counting.requests
    if error.may_have_run:
        assert "unknown whether" in str(error) and "List the companies with `companies.list`" in str(error)


def test_the_table_has_every_failure_for_both_kinds_of_call() -> None:
    kinds = {(re.split(r",| before| after| in the", row.failure)[0], row.safe) for row in rows()}
    assert {(name, safe) for name, _ in kinds for safe in (True, False)} - kinds == {
        # v1 has one route here, and it changes nothing.
        ("v1 conflict for too many requests", False)
    }
