"""One account, called by everything at once: each request waits in the lane, and the API never refuses one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import httpx
import pytest
from woodpecker_auth import HQKey, PolicyTransport
from woodpecker_client import Account, Agency, AsyncAgency, LaneTimeout, LocalLanes
from woodpecker_mock import Fault, MockServer
from woodpecker_runtime import retries


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(latency=0.01) as running:
        yield running


@pytest.fixture
def company(mock: MockServer) -> int:
    return next(iter(mock.world.agencies[0].companies))


def hq_key(mock: MockServer) -> str:
    return mock.world.agencies[0].keys[0].value


def in_threads(mock: MockServer, company: int, many: int, **settings: object) -> list[int]:
    with Agency(hq_key(mock), base_url=mock.base_url, **settings) as agency, ThreadPoolExecutor(many) as threads:
        return list(threads.map(lambda _: agency.account(company).me().firm_id, range(many)))


def in_tasks(mock: MockServer, company: int, many: int, **settings: object) -> list[int]:
    async def main() -> list[int]:
        async with AsyncAgency(hq_key(mock), base_url=mock.base_url, **settings) as agency:
            results = await asyncio.gather(*(agency.account(company).me() for _ in range(many)))
            return [result.firm_id for result in results]

    return asyncio.run(main())


@pytest.mark.parametrize("call", [in_threads, in_tasks])
def test_40_at_once(mock, company, call):
    assert call(mock, company, 40) == [company] * 40
    counts = mock.limits[company]
    assert (counts.ran, counts.rejected, counts.highest) == (40, 0, 1)


def test_threads_tasks_and_the_clients_own_key_at_once(mock, company):
    """Four client objects, a bare httpx client with the plugin among them, and two keys: one lane."""
    results: list[list[int]] = []
    key = mock.world.agencies[0].companies[company].keys[0].value

    def with_the_clients_key() -> None:
        with Account(key, base_url=mock.base_url, company_id=company) as account:
            results.append([account.me().firm_id for _ in range(20)])

    def with_the_plugin_alone() -> None:
        transport = PolicyTransport(HQKey(hq_key(mock)), base_url=mock.base_url)
        with httpx.Client(transport=transport, base_url=mock.base_url) as http:
            headers = {"x-company-id": str(company)}
            results.append([http.get("/v1/me", headers=headers).json()["firm_id"] for _ in range(20)])

    several = [
        Thread(target=lambda: results.append(in_threads(mock, company, 40))),
        Thread(target=lambda: results.append(in_tasks(mock, company, 40))),
        Thread(target=with_the_clients_key),
        Thread(target=with_the_plugin_alone),
    ]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert sorted(map(len, results)) == [20, 20, 40, 40] and {id for some in results for id in some} == {company}
    counts = mock.limits[company]
    assert (counts.ran, counts.rejected, counts.highest) == (120, 0, 1)


def test_without_lanes_the_api_refuses(mock, company):
    """What the lanes are for: without them the same requests are refused."""

    async def main() -> list[int]:
        url, headers = f"{mock.base_url}/v1/me", {"x-api-key": hq_key(mock), "x-company-id": str(company)}
        async with httpx.AsyncClient(headers=headers, trust_env=False) as http:
            return [response.status_code for response in await asyncio.gather(*(http.get(url) for _ in range(40)))]

    assert asyncio.run(main()).count(429) > 20


@pytest.mark.parametrize("call", [in_threads, in_tasks])
@pytest.mark.parametrize("depth", [2, 3])
def test_a_deeper_lane_uses_the_apis_queue(mock, company, call, depth):
    call(mock, company, 30, lanes=LocalLanes(depth))
    counts = mock.limits[company]
    assert (counts.ran, counts.rejected, counts.highest) == (30, 0, depth)


def test_other_programs_fill_the_queue_and_nothing_is_lost(mock, company, monkeypatch):
    """429 is repeated until the deadline: another program keeps the queue full, and all our calls get through."""
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.05)
    monkeypatch.setattr(retries, "_LONGEST_PAUSE", 0.1)
    stop: list[bool] = []

    async def rude() -> None:
        url, headers = f"{mock.base_url}/v1/me", {"x-api-key": hq_key(mock), "x-company-id": str(company)}
        async with httpx.AsyncClient(headers=headers, trust_env=False) as http:

            async def again() -> None:
                while not stop:
                    await http.get(url)
                    await asyncio.sleep(0.01)

            await asyncio.gather(*(again() for _ in range(8)))

    other = Thread(target=lambda: asyncio.run(rude()))
    other.start()
    try:
        assert in_tasks(mock, company, 10) == [company] * 10
    finally:
        stop.append(True)
        other.join()
    assert mock.limits[company].rejected > 0


def test_a_lane_without_a_free_slot_names_the_account_and_the_wait(mock, company):
    mock.faults.add(Fault(kind="hang", operation="getMe"))
    with Agency(hq_key(mock), base_url=mock.base_url) as agency:
        account = agency.account(company)
        holding = Thread(target=account.me)
        holding.start()
        while not mock.faults.hanging:
            pass
        with pytest.raises(LaneTimeout, match=f"lane of company {company}") as caught:
            account.mailboxes.list(deadline=0.2)
        assert caught.value.company == company and caught.value.account == f"company {company}"
        assert 0.15 < caught.value.waited < 5 and not caught.value.may_have_run
        # Another account is not kept waiting.
        assert agency.account(list(mock.world.agencies[0].companies)[1]).me(deadline=5)
        mock.faults.release()
        holding.join()
        assert account.mailboxes.list(deadline=5)
