"""The limit of requests in flight across threads, loops and processes; every request gets a slot in the end."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from woodpecker_auth import Deadline

from tests.redis.other import client_company, count
from tests.redis.server import eventually


@pytest.mark.parametrize("depth", [1, 2])
def test_threads_tasks_and_processes_together_never_exceed_the_depth(server, account, lanes_at, other, depth):
    lanes = lanes_at(server.url, depth=depth)
    others = [other(server.url, account, depth=depth) for _ in range(2)]
    waiting, over = [], Event()

    def watch() -> None:
        while not over.wait(0.01):
            waiting.append(server.waiting(account))

    watching = Thread(target=watch)
    watching.start()
    for process in others:
        process.order("count 10 10")
    count(server.url, lanes, account, 40, 40)
    for process in others:
        assert process.output() == "done count 10 10"
    over.set()
    watching.join()

    noted = [int(number) for number in server.client.lrange("noted", 0, -1)]
    assert len(noted) == 120 and max(noted) == depth
    assert max(waiting) <= 3 * depth, "a process asks Redis for more requests than may run"
    eventually(lambda: server.names() == [])


def test_the_lane_of_one_account_does_not_block_another(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    held = lanes.acquire(account, Deadline(5))
    neighbours = [acquire(lanes, client_company(number), Deadline(5)) for number in range(1, 20)]
    assert server.in_flight(account) == 1 and not any(slot is held for slot in neighbours)
    for slot in [held, *neighbours]:
        slot.release()


def test_other_prefixes_are_other_lanes(server, account, lanes_at):
    # Two objects stand for two processes; one object's local lane would block the second request.
    ours, theirs = lanes_at(server.url, depth=2), lanes_at(server.url, depth=2, prefix="theirs:")
    slots = [ours.acquire(account, Deadline(5)), theirs.acquire(account, Deadline(5))]
    assert server.in_flight(account) == 1 and len(server.client.keys("theirs:*")) == 1
    for slot in slots:
        slot.release()


def test_one_object_serves_threads_and_one_event_loop_after_another(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    for _ in range(5):
        acquire(lanes, account, Deadline(5)).release()


def test_a_second_release_has_no_effect(server, account, lanes_at, wait):
    lanes = lanes_at(server.url)
    first = lanes.acquire(account, Deadline(5))
    first.release()
    second, third = lanes.acquire(account, Deadline(5)), wait(lanes.acquire, account, 0.3)
    first.release()
    third.end()
    assert not third.acquired
    second.release()


def test_a_slot_that_is_garbage_collected_is_released_in_redis(server, account, lanes_at):
    lanes = lanes_at(server.url)
    lanes.acquire(account, Deadline(5))
    lanes.acquire(account, Deadline(5)).release()


@pytest.mark.parametrize("wrong", [{"depth": 0}, {"lease": 0.5}, {"lease": float("nan")}])
def test_invalid_settings_are_refused(lanes_at, wrong):
    with pytest.raises(ValueError):
        lanes_at("redis://localhost", **wrong)


def test_closed_lanes_refuse(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    held = lanes.acquire(account, Deadline(5))
    held.release()
    lanes.close()
    assert server.names() == [], "close waits until Redis knows"
    with pytest.raises(RuntimeError, match="closed"):
        acquire(lanes, account, Deadline(5))
