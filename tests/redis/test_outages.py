"""Redis is not there, goes away, hangs, forgets, refuses, and comes back."""

from __future__ import annotations

import logging
import time

import httpx
import pytest
import redis
from woodpecker_auth import Deadline, LaneUnavailable, LaneWaitTimeout
from woodpecker_auth.redis_lanes.connection import RedisConnection

from tests.redis.other import client_company
from tests.redis.server import PATIENCE, eventually, name

LEASE = 1.5


def warnings(caplog) -> list[str]:
    return [
        record.getMessage()
        for record in caplog.records
        if record.name == "woodpecker_auth" and record.levelno == logging.WARNING
    ]


def test_a_redis_that_is_not_there_is_unavailable_until_it_is(mortal, account, lanes_at, acquire, caplog):
    lanes = lanes_at(mortal.url)
    mortal.stop()
    for _ in range(2):
        with pytest.raises(LaneUnavailable, match="the request was not sent") as failed:
            # No deadline: it is not waited for.
            acquire(lanes, account, Deadline(None))
        assert failed.value.lane_key == account and f"127.0.0.1:{mortal.port}" in failed.value.reason
        assert isinstance(failed.value, httpx.ConnectError)
    mortal.start()
    acquire(lanes, account, Deadline(PATIENCE)).release()
    assert warnings(caplog) == []


@pytest.mark.parametrize("given_as", ["a URL", "options"])
def test_unavailable_is_said_at_once(mortal, account, lanes_at, acquire, monkeypatch, given_as):
    # redis-py alone would try again for seconds.
    pauses: list[float] = []
    monkeypatch.setattr("redis.retry.sleep", pauses.append)
    mortal.stop()
    lanes = lanes_at(mortal.url if given_as == "a URL" else {"host": "127.0.0.1", "port": mortal.port})
    with pytest.raises(LaneUnavailable, match="Connection"):
        acquire(lanes, account, Deadline(None))
    assert pauses == []


def test_a_redis_that_goes_away_ends_the_waiting(mortal, account, lanes_at, other, wait):
    holder = other(mortal.url, account)
    holder.do("acquire")
    lanes = lanes_at(mortal.url)
    waiter = wait(lanes.acquire, account, None)
    eventually(lambda: mortal.waiting(account) == 1)
    mortal.stop()
    assert isinstance(waiter.end(), LaneUnavailable)


def test_leaving_without_redis_only_warns(mortal, account, lanes_at, caplog):
    lanes = lanes_at(mortal.url)
    place = lanes.acquire(account, Deadline(5))
    mortal.stop()
    place.release()
    eventually(lambda: len(warnings(caplog)) > 0)
    assert "is over" in warnings(caplog)[0] and f"127.0.0.1:{mortal.port}" in warnings(caplog)[0]
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(None))
    mortal.start()
    lanes.acquire(account, Deadline(PATIENCE)).release()
    assert len(warnings(caplog)) == 1


def test_what_could_not_be_said_is_said_when_redis_is_back(server, account, lanes_at, caplog):
    # The lease is long: only being told frees the lane in time.
    lanes = lanes_at(server.url, lease=600)
    place = lanes.acquire(account, Deadline(5))
    slots = f"{name(account)}:slots"
    server.client.rename(slots, "elsewhere")
    server.client.set(slots, "not what the scripts expect")
    place.release()
    eventually(lambda: len(warnings(caplog)) > 0)
    server.client.rename("elsewhere", slots)
    eventually(lambda: server.in_flight(account) == 0)


def test_who_is_in_flight_while_redis_starts_anew_is_put_back(mortal, account, lanes_at, other, caplog):
    place = lanes_at(mortal.url).acquire(account, Deadline(5))
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
    place.release()
    assert late.said() == "done acquire"


def test_who_is_in_flight_while_redis_is_emptied_is_put_back(server, account, lanes_at, caplog):
    place = lanes_at(server.url, lease=LEASE).acquire(account, Deadline(5))
    server.client.flushall()
    eventually(lambda: server.in_flight(account) == 1)
    eventually(lambda: any("had forgotten" in text for text in warnings(caplog)))
    place.release()
    eventually(lambda: server.in_flight(account) == 0)


def test_who_waits_while_redis_is_emptied_waits_on(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    for _ in range(5):
        eventually(lambda: server.waiting(account) == 1 and server.in_flight(account) == 1)
        server.client.flushall()
    # The mark that kept the waiter out is gone, and the holder is back.
    eventually(lambda: server.in_flight(account) == 1 and server.client.exists(f"{name(account)}:recovery") == 0)
    assert not waiter.acquired
    holder.do("release")
    waiter.end()
    assert waiter.acquired


def test_a_redis_that_forgets_the_scripts_gets_them_again(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    for _ in range(3):
        place = acquire(lanes, account, Deadline(5))
        server.client.script_flush()
        place.release()
        eventually(lambda: server.in_flight(account) == 0)


def test_a_connection_that_was_cut_is_opened_anew(server, account, lanes_at, acquire, wait, other):
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


def test_nor_does_one_that_turns_out_to_be_dead_do_harm(server, account, lanes_at, acquire, monkeypatch, caplog):
    lanes, execute, dead = lanes_at(server.url), RedisConnection._execute, [True]

    def fail_once(*args):
        if dead and dead.pop():
            raise redis.ConnectionError("reset by a firewall that forgot it")
        return execute(*args)

    monkeypatch.setattr(RedisConnection, "_execute", fail_once)
    place = acquire(lanes, account, Deadline(5))
    dead.append(True)
    place.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert warnings(caplog) == []


@pytest.mark.parametrize("seconds", [5, 0.1])
def test_a_redis_that_hangs_is_waited_for_as_long_as_was_said(mortal, account, lanes_at, acquire, seconds):
    # The lease is long: what arrived late would keep the lane shut.
    lanes = lanes_at(mortal.url, timeout=0.4, lease=600)
    acquire(lanes, account, Deadline(5)).release()
    mortal.freeze()
    try:
        with pytest.raises(LaneUnavailable if seconds == 5 else LaneWaitTimeout):
            acquire(lanes, account, Deadline(seconds))
    finally:
        mortal.thaw()
    # Redis may have read the question after it was given up; it is told so.
    acquire(lanes, account, Deadline(PATIENCE)).release()


def test_an_error_of_redis_is_one_accounts_own(server, account, lanes_at, acquire):
    lanes = lanes_at(server.url)
    server.client.set(f"{name(account)}:slots", "not what the scripts expect")
    with pytest.raises(LaneUnavailable, match="WRONGTYPE"):
        acquire(lanes, account, Deadline(None))
    acquire(lanes, client_company(1), Deadline(5)).release()
