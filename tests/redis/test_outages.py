"""Redis is not running, stops, hangs, loses its data, refuses commands, and restarts."""

from __future__ import annotations

import logging
import time

import httpx
import pytest
import redis
from woodpecker_auth import Deadline, LaneUnavailable, LaneWaitTimeout
from woodpecker_auth.redis_lanes.connection import RedisConnection

from tests.redis.other import client_company
from tests.redis.server import MAX_WAIT, eventually, name

LEASE = 1.5


def warnings(caplog) -> list[str]:
    return [
        record.getMessage()
        for record in caplog.records
        if record.name == "woodpecker_auth" and record.levelno == logging.WARNING
    ]


def test_lanes_are_unavailable_until_redis_is_started(mortal, account, lanes_at, acquire, caplog):
    lanes = lanes_at(mortal.url)
    mortal.stop()
    for _ in range(2):
        with pytest.raises(LaneUnavailable, match="the request was not sent") as failed:
            # Without a deadline: the failure is immediate.
            acquire(lanes, account, Deadline(None))
        assert failed.value.lane_key == account and f"127.0.0.1:{mortal.port}" in failed.value.reason
        assert isinstance(failed.value, httpx.ConnectError)
    mortal.start()
    acquire(lanes, account, Deadline(MAX_WAIT)).release()
    assert warnings(caplog) == []


@pytest.mark.parametrize("given_as", ["a URL", "options"])
def test_an_unreachable_redis_fails_at_once(mortal, account, lanes_at, acquire, monkeypatch, given_as):
    # redis-py alone would retry for seconds.
    pauses: list[float] = []
    monkeypatch.setattr("redis.retry.sleep", pauses.append)
    mortal.stop()
    lanes = lanes_at(mortal.url if given_as == "a URL" else {"host": "127.0.0.1", "port": mortal.port})
    with pytest.raises(LaneUnavailable, match="Connection"):
        acquire(lanes, account, Deadline(None))
    assert pauses == []


def test_a_redis_that_stops_ends_the_waiting(mortal, account, lanes_at, other, wait):
    holder = other(mortal.url, account)
    holder.do("acquire")
    lanes = lanes_at(mortal.url)
    waiter = wait(lanes.acquire, account, None)
    eventually(lambda: mortal.waiting(account) == 1)
    mortal.stop()
    assert isinstance(waiter.end(), LaneUnavailable)


def test_a_release_without_redis_only_warns(mortal, account, lanes_at, caplog):
    lanes = lanes_at(mortal.url)
    slot = lanes.acquire(account, Deadline(5))
    mortal.stop()
    slot.release()
    eventually(lambda: len(warnings(caplog)) > 0)
    assert "is over" in warnings(caplog)[0] and f"127.0.0.1:{mortal.port}" in warnings(caplog)[0]
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(None))
    mortal.start()
    lanes.acquire(account, Deadline(MAX_WAIT)).release()
    assert len(warnings(caplog)) == 1


def test_an_outstanding_release_is_sent_when_redis_is_back(server, account, lanes_at, caplog):
    # The lease is long: only a release frees the lane in time.
    lanes = lanes_at(server.url, lease=600)
    slot = lanes.acquire(account, Deadline(5))
    slots = f"{name(account)}:slots"
    server.client.rename(slots, "elsewhere")
    server.client.set(slots, "not what the scripts expect")
    slot.release()
    eventually(lambda: len(warnings(caplog)) > 0)
    server.client.rename("elsewhere", slots)
    eventually(lambda: server.in_flight(account) == 0)


def test_slots_are_registered_again_after_a_restart_of_redis(mortal, account, lanes_at, other, caplog):
    slot = lanes_at(mortal.url).acquire(account, Deadline(5))
    mortal.stop()
    eventually(lambda: len(warnings(caplog)) > 0)
    assert "still in flight" in warnings(caplog)[0]
    mortal.start()
    eventually(lambda: mortal.in_flight(account) == 1)
    eventually(lambda: any("had forgotten" in text for text in warnings(caplog)))
    assert len(warnings(caplog)) == 2, "once each, not at every attempt"
    late = other(mortal.url, account)
    late.order("acquire")
    eventually(lambda: mortal.waiting(account) == 1)
    assert mortal.in_flight(account) == 1
    slot.release()
    assert late.output() == "done acquire"


def test_slots_are_registered_again_after_redis_is_flushed(server, account, lanes_at, caplog):
    slot = lanes_at(server.url, lease=LEASE).acquire(account, Deadline(5))
    server.client.flushall()
    eventually(lambda: server.in_flight(account) == 1)
    eventually(lambda: any("had forgotten" in text for text in warnings(caplog)))
    slot.release()
    eventually(lambda: server.in_flight(account) == 0)


def test_waiting_requests_keep_waiting_after_redis_is_flushed(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    for _ in range(5):
        eventually(lambda: server.waiting(account) == 1 and server.in_flight(account) == 1)
        server.client.flushall()
    # The recovery is over, and the holder has renewed its slot.
    eventually(lambda: server.in_flight(account) == 1 and server.client.exists(f"{name(account)}:recovery") == 0)
    assert not waiter.acquired
    holder.do("release")
    waiter.end()
    assert waiter.acquired


def test_scripts_are_loaded_again_after_redis_loses_them(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    for _ in range(3):
        slot = acquire(lanes, account, Deadline(5))
        server.client.script_flush()
        slot.release()
        eventually(lambda: server.in_flight(account) == 0)


def test_a_broken_connection_is_replaced(server, account, lanes_at, acquire, wait, other):
    lanes = lanes_at(server.url)
    holder = other(server.url, account)
    holder.do("acquire")
    waiter = wait(lanes.acquire, account)
    for _ in range(5):
        server.client.client_kill_filter(_type="normal", skipme=True)
        time.sleep(0.05)
    assert waiter.failure is None and not waiter.acquired
    holder.do("release")
    waiter.end()
    assert waiter.acquired


def test_a_dead_connection_is_replaced_without_a_failure(server, account, lanes_at, acquire, monkeypatch, caplog):
    lanes, execute, dead = lanes_at(server.url), RedisConnection._execute, [True]

    def fail_once(*args):
        if dead and dead.pop():
            raise redis.ConnectionError("reset by a firewall that forgot it")
        return execute(*args)

    monkeypatch.setattr(RedisConnection, "_execute", fail_once)
    slot = acquire(lanes, account, Deadline(5))
    dead.append(True)
    slot.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert warnings(caplog) == []


@pytest.mark.parametrize("seconds", [5, 0.1])
def test_a_redis_that_hangs_fails_after_the_timeout(mortal, account, lanes_at, acquire, seconds):
    # The lease is long: a late call would block the lane.
    lanes = lanes_at(mortal.url, timeout=0.4, lease=600)
    acquire(lanes, account, Deadline(5)).release()
    mortal.freeze()
    try:
        with pytest.raises(LaneUnavailable if seconds == 5 else LaneWaitTimeout):
            acquire(lanes, account, Deadline(seconds))
    finally:
        mortal.thaw()
    # Redis may have read the call after the connection was closed; it gets a release.
    acquire(lanes, account, Deadline(MAX_WAIT)).release()


def test_a_redis_error_affects_one_account(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    server.client.set(f"{name(account)}:slots", "not what the scripts expect")
    with pytest.raises(LaneUnavailable, match="WRONGTYPE"):
        acquire(lanes, account, Deadline(None))
    acquire(lanes, client_company(1), Deadline(5)).release()
