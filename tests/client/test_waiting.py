"""Waiting for a batch: polls, pauses and the end, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency, AsyncAccount, InvalidValue, NotFinished, NotFound, ServerError
from woodpecker_client.models import ConnectionSummary

from tests.virtual_time import VirtualTime

BATCH = 3207


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> VirtualTime:
    return VirtualTime(monkeypatch)


def summary(pending: int) -> httpx.Response:
    return httpx.Response(
        200,
        json={
            "processing_finished": pending == 0,
            "batch_size": 3,
            "pending_mailboxes_count": pending,
            "connected_mailboxes_count": 3 - pending,
            "conditionally_connected_mailboxes_count": 0,
            "failed_mailboxes_count": 0,
            "conditionally_connected_mailboxes": [],
            "failed_mailboxes": [],
        },
    )


def transport(responses: Iterator[httpx.Response]) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: next(responses))


def wait(responses: Iterator[httpx.Response], **arguments: Any) -> ConnectionSummary:
    with Account("key", transport=transport(responses), max_retries=0) as account:
        return account.mailboxes.manual_connection.wait(BATCH, **arguments)


def wait_async(responses: Iterator[httpx.Response], **arguments: Any) -> ConnectionSummary:
    async def main() -> ConnectionSummary:
        async with AsyncAccount("key", transport=transport(responses), max_retries=0) as account:
            return await account.mailboxes.manual_connection.wait(BATCH, **arguments)

    return asyncio.run(main())


Waiting = Callable[..., ConnectionSummary]
both_forms = pytest.mark.parametrize("waits", [wait, wait_async])


def forever(response: Callable[[], httpx.Response]) -> Iterator[httpx.Response]:
    while True:
        yield response()


@both_forms
def test_it_polls_until_the_batch_is_finished_and_reports_each_response(time: VirtualTime, waits: Waiting) -> None:
    seen: list[int] = []
    responses = iter([summary(3), summary(2), summary(0)])
    last = waits(responses, on_progress=lambda one: seen.append(one.pending_mailboxes_count))
    assert (last.processing_finished, last.connected_mailboxes_count) == (True, 3)
    assert seen == [3, 2, 0] and time.pauses == [1, 1.5]


@both_forms
def test_a_finished_batch_costs_one_request_and_no_pause(time: VirtualTime, waits: Waiting) -> None:
    assert waits(iter([summary(0)])).processing_finished and time.pauses == []


@both_forms
def test_pauses_grow_to_a_limit(time: VirtualTime, waits: Waiting) -> None:
    waits(iter([*(summary(1) for _ in range(10)), summary(0)]), deadline=None)
    assert time.pauses == [1, 1.5, 2.25, 3.375, 5.062, 7.594, 11.391, 15, 15, 15]


@both_forms
def test_at_the_deadline_the_error_names_the_batch_and_the_last_response(time: VirtualTime, waits: Waiting) -> None:
    with pytest.raises(NotFinished) as caught:
        waits(forever(lambda: summary(2)), deadline=30)
    error = caught.value
    assert str(error).startswith("getConnectionSummary: batch_id 3207 is not finished after 28 s, 2 of 3 pending.")
    assert (error.operation, error.job, error.company) == ("getConnectionSummary", "batch_id 3207", None)
    assert isinstance(error.last, ConnectionSummary) and error.last.pending_mailboxes_count == 2
    assert error.__cause__ is None and round(sum(time.pauses)) == 28


def test_the_error_names_the_company(time: VirtualTime) -> None:
    with Agency("key", transport=transport(forever(lambda: summary(1)))) as agency:
        with pytest.raises(NotFinished, match="batch_id 3207 of company 880101") as caught:
            agency.account(880101).mailboxes.manual_connection.wait(BATCH, deadline=5)
    assert caught.value.company == 880101


@both_forms
def test_a_poll_that_fails_in_passing_is_repeated(time: VirtualTime, waits: Waiting) -> None:
    responses = [httpx.Response(502), httpx.Response(429), summary(1), httpx.Response(500), summary(0)]
    assert waits(iter(responses)).processing_finished
    assert len(time.pauses) == 4


@both_forms
def test_an_outage_to_the_end_is_the_cause_of_the_error(time: VirtualTime, waits: Waiting) -> None:
    with pytest.raises(NotFinished, match="the last poll failed") as caught:
        waits(forever(lambda: httpx.Response(503)), deadline=10)
    assert isinstance(caught.value.__cause__, ServerError) and caught.value.last is None


@both_forms
def test_what_another_poll_cannot_change_is_raised_at_once(time: VirtualTime, waits: Waiting) -> None:
    with pytest.raises(NotFound):
        waits(iter([httpx.Response(404, json={"title": "Not Found", "status": 404, "detail": "no such batch"})]))
    assert time.pauses == []


def test_an_id_that_is_none_is_refused(time: VirtualTime) -> None:
    with Account("key", transport=transport(iter(()))) as account:
        with pytest.raises(InvalidValue, match="batch_id"):
            account.mailboxes.manual_connection.wait(0)
