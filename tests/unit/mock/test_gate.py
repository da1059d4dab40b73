"""The lines of the accounts by themselves: who runs, who waits, who is turned away, in which order."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from woodpecker_mock.gate import Gate
from woodpecker_mock.limits import Counts, Limits, TurnedAway

ACCOUNT, OTHER = 1, 2


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 20))


async def settle() -> None:
    """Let every task get as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


class Visit:
    """A request that runs until it is told to end."""

    def __init__(self, gate: Gate, account: int = ACCOUNT, ran: list[Visit] | None = None) -> None:
        self.end = asyncio.Event()
        self._ran = ran if ran is not None else []
        self.task = asyncio.create_task(self._run(gate, account))

    async def _run(self, gate: Gate, account: int) -> None:
        with gate.arrive(account) as place:
            if not place.held:
                await place.turn()
            self._ran.append(self)
            await self.end.wait()


def test_one_runs_six_wait_and_the_rest_is_turned_away_at_once() -> None:
    async def test() -> None:
        gate = Gate(Limits())
        ran: list[Visit] = []
        visits = [Visit(gate, ran=ran) for _ in range(40)]
        await settle()
        assert gate[ACCOUNT] == Counts(running=1, queued=6, highest=8, ran=1, refused=33)
        assert [visit.task.done() for visit in visits] == [False] * 7 + [True] * 33
        for visit in visits[7:]:
            with pytest.raises(TurnedAway) as turned:
                await visit.task
            assert not turned.value.late
        for visit in visits:
            visit.end.set()
        await settle()
        assert ran == visits[:7]
        assert gate[ACCOUNT] == Counts(highest=8, ran=7, refused=33)

    run(test())


def test_the_queue_is_first_come_first_served_and_nobody_overtakes() -> None:
    async def test() -> None:
        gate = Gate(Limits())
        ran: list[Visit] = []
        visits = [Visit(gate, ran=ran) for _ in range(3)]
        await settle()
        # The place becomes free and a newcomer arrives before the next in line has woken up.
        visits[0].end.set()
        visits.append(Visit(gate, ran=ran))
        await settle()
        assert ran == visits[:2]
        for visit in visits:
            visit.end.set()
        await settle()
        assert ran == visits

    run(test())


def test_each_account_has_a_line_of_its_own() -> None:
    async def test() -> None:
        gate = Gate(Limits(queued=0))
        visits = [Visit(gate, ACCOUNT), Visit(gate, OTHER)]
        await settle()
        assert (gate[ACCOUNT].running, gate[OTHER].running) == (1, 1)
        for visit in visits:
            visit.end.set()
            await visit.task

    run(test())


@pytest.mark.parametrize(("running", "queued"), [(1, 0), (2, 3), (5, 1)])
def test_the_numbers_are_what_they_are_set_to(running: int, queued: int) -> None:
    async def test() -> None:
        gate = Gate(Limits(running=running, queued=queued))
        visits = [Visit(gate) for _ in range(12)]
        await settle()
        counts = gate[ACCOUNT]
        assert (counts.running, counts.queued, counts.refused) == (running, queued, 12 - running - queued)
        for visit in visits:
            visit.end.set()
        await asyncio.gather(*(visit.task for visit in visits), return_exceptions=True)

    run(test())


def test_who_waits_too_long_is_turned_away_and_the_next_moves_up() -> None:
    async def test() -> None:
        gate = Gate(Limits(wait=0.02))
        first, late = Visit(gate), Visit(gate)
        with pytest.raises(TurnedAway) as turned:
            await late.task
        assert turned.value.late
        assert gate[ACCOUNT] == Counts(running=1, highest=2, ran=1, refused=1)
        gate.limits = Limits()
        after = Visit(gate)
        first.end.set()
        after.end.set()
        await after.task
        assert gate[ACCOUNT] == Counts(highest=2, ran=2, refused=1)

    run(test())


def test_who_leaves_the_queue_makes_room_in_it() -> None:
    async def test() -> None:
        gate = Gate(Limits(queued=1))
        first, leaver = Visit(gate), Visit(gate)
        await settle()
        leaver.task.cancel()
        await settle()
        assert gate[ACCOUNT] == Counts(running=1, highest=2, ran=1, left=1)
        heir = Visit(gate)
        first.end.set()
        heir.end.set()
        await heir.task

    run(test())


def test_who_leaves_in_the_moment_of_the_turn_hands_it_on() -> None:
    async def test() -> None:
        gate = Gate(Limits())
        first, leaver, heir = (Visit(gate) for _ in range(3))
        await settle()
        first.end.set()
        await first.task
        assert gate[ACCOUNT].running == 1
        leaver.task.cancel()
        heir.end.set()
        await heir.task
        assert gate[ACCOUNT].running == 0

    run(test())


def test_who_runs_and_is_cancelled_lets_the_next_one_in() -> None:
    async def test() -> None:
        gate = Gate(Limits())
        first, heir = Visit(gate), Visit(gate)
        await settle()
        first.task.cancel()
        heir.end.set()
        await heir.task
        assert gate[ACCOUNT].running == 0

    run(test())


def test_without_limits_all_run_and_are_counted() -> None:
    async def test() -> None:
        gate = Gate(None)
        visits = [Visit(gate) for _ in range(40)]
        await settle()
        assert gate[ACCOUNT] == Counts(running=40, highest=40, ran=40)
        for visit in visits:
            visit.end.set()
            await visit.task

    run(test())


def test_counting_anew_keeps_the_places() -> None:
    async def test() -> None:
        gate = Gate(Limits())
        visits = [Visit(gate) for _ in range(9)]
        await settle()
        gate.reset()
        assert gate[ACCOUNT] == Counts(running=1, queued=6)
        for visit in visits:
            visit.end.set()
        await asyncio.gather(*(visit.task for visit in visits), return_exceptions=True)
        assert gate[ACCOUNT] == Counts(ran=6)

    run(test())


@pytest.mark.parametrize(("limits", "runs"), [(Limits(running=2), 2), (Limits(running=3), 3), (None, 3)])
def test_new_limits_let_in_who_waits_before_who_comes(limits: Limits | None, runs: int) -> None:
    async def test() -> None:
        gate = Gate(Limits())
        ran: list[Visit] = []
        visits = [Visit(gate, ran=ran) for _ in range(2)]
        await settle()
        gate.limits = limits
        visits.append(Visit(gate, ran=ran))
        await settle()
        assert set(ran) == set(visits[:runs])
        for visit in visits:
            visit.end.set()
            await visit.task

    run(test())


def test_an_account_that_nobody_asked_for_has_no_counts() -> None:
    gate = Gate(Limits())
    assert gate[7] == Counts()
    assert gate.state() == {
        "limits": {"running": 1, "queued": 6, "wait": 15.0, "close_late": False, "v1_conflict": False},
        "accounts": {},
    }


@pytest.mark.parametrize(
    ("numbers", "name"),
    [
        ({"running": 0}, "running"),
        ({"queued": -1}, "queued"),
        ({"wait": -0.1}, "wait"),
        ({"wait": float("nan")}, "wait"),
        ({"wait": float("inf")}, "wait"),
    ],
)
def test_limits_that_make_no_sense_are_named(numbers: dict[str, Any], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**numbers)
