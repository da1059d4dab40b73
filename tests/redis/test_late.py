"""Calls on a connection that was closed may reach Redis later, and have no effect then."""

from __future__ import annotations

import time

import pytest
from woodpecker_auth import Deadline, LaneUnavailable
from woodpecker_auth.redis_lanes import ticket, worker

from tests.redis.server import MAX_WAIT, eventually, name

# A slot without a request would be held for so long.
LEASE = 600.0
TIMEOUT = 0.4


@pytest.fixture
def late(server, account, proxy_to, lanes_at):
    """Lanes that have used their first connection, and the proxy in front of Redis."""
    proxy = proxy_to(server)
    lanes = lanes_at(proxy.url, lease=LEASE, timeout=TIMEOUT)
    lanes.acquire(account, Deadline(MAX_WAIT)).release()
    eventually(lambda: server.names() == [])
    return lanes, proxy


def remembered(server, account) -> int:
    """The number of released tokens that Redis remembers."""
    return int(server.client.zcard(f"{name(account)}:released"))


def holders(server, account) -> dict[str, float]:
    return dict(server.client.zrange(f"{name(account)}:slots", 0, -1, withscores=True))


def nothing_is_taken(server, account, lanes) -> None:
    assert [key.rpartition(":")[2] for key in server.names()] in ([], ["released"])
    lanes.acquire(account, Deadline(MAX_WAIT)).release()


def test_a_late_acquire_takes_no_slot_after_the_release(server, account, late, acquire):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable, match="Timeout"):
        acquire(lanes, account, Deadline(MAX_WAIT))
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_a_late_acquire_takes_no_slot_after_a_repeated_acquire_was_granted(server, account, late, wait):
    lanes, proxy = late
    proxy.hold()
    waiter = wait(lanes.acquire, account)
    eventually(proxy.holds)
    proxy.hang_up()
    waiter.end().release()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_a_late_acquire_of_a_waiting_request_blocks_no_other(server, account, late, wait, other, lanes_at, monkeypatch):
    # It would block the queue for so long.
    monkeypatch.setattr(ticket, "WAITER_TIMEOUT", 600)
    lanes, proxy = late
    holder = other(server.url, account)
    holder.do("acquire")
    waiter = wait(lanes.acquire, account)
    eventually(lambda: server.waiting(account) == 1)
    proxy.hold()
    assert isinstance(waiter.end(), LaneUnavailable)
    eventually(lambda: server.waiting(account) == 0 and remembered(server, account) == 1)
    proxy.release()
    assert server.waiting(account) == 0
    holder.do("release")
    eventually(lambda: server.in_flight(account) == 0)
    nothing_is_taken(server, account, lanes)


def test_a_late_renewal_takes_no_slot_after_the_release(server, account, late):
    lanes, proxy = late
    slot = lanes.acquire(account, Deadline(MAX_WAIT))
    proxy.hold()
    eventually(proxy.holds)
    before = holders(server, account)
    # Over the next connection.
    eventually(lambda: holders(server, account) != before)
    slot.release()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_a_late_renewal_has_no_effect_while_its_slot_is_held(server, account, late):
    lanes, proxy = late
    slot = lanes.acquire(account, Deadline(MAX_WAIT))
    proxy.hold()
    eventually(proxy.holds)
    before = holders(server, account)
    eventually(lambda: holders(server, account) != before)
    proxy.release()
    assert holders(server, account).keys() == before.keys()
    slot.release()
    eventually(lambda: server.in_flight(account) == 0)
    nothing_is_taken(server, account, lanes)


def test_a_late_release_frees_no_slot_of_later_requests(server, account, late):
    lanes, proxy = late
    slot = lanes.acquire(account, Deadline(MAX_WAIT))
    proxy.hold()
    slot.release()
    eventually(lambda: proxy.holds() and server.in_flight(account) == 0)
    # A late release can only free a slot that is free already.
    assert remembered(server, account) == 0
    later = lanes.acquire(account, Deadline(MAX_WAIT))
    proxy.release()
    assert server.in_flight(account) == 1
    later.release()
    eventually(lambda: server.names() == [])


def test_lanes_that_are_closed_at_once_send_their_releases_first(server, account, late, lanes_at):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(MAX_WAIT))
    lanes.close()
    proxy.release()
    nothing_is_taken(server, account, lanes_at(server.url))


def test_a_release_is_sent_however_long_redis_is_unreachable(server, account, proxy_to, lanes_at):
    proxy, lease = proxy_to(server), 1.0
    lanes = lanes_at(proxy.url, lease=lease, timeout=TIMEOUT)
    lanes.acquire(account, Deadline(MAX_WAIT)).release()
    eventually(lambda: server.names() == [])
    proxy.hold()
    proxy.refuse()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(MAX_WAIT))
    # So long that its slot would be free in any case.
    time.sleep(1.5 * lease)
    proxy.mend()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_other_requests_in_the_same_lane_are_not_affected(server, account, late, acquire):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(MAX_WAIT))
    eventually(lambda: remembered(server, account) == 1)
    slot = acquire(lanes, account, Deadline(MAX_WAIT))
    proxy.release()
    assert server.in_flight(account) == 1
    slot.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert remembered(server, account) == 1


def test_a_remembered_release_expires(server, account, late):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(MAX_WAIT))
    eventually(lambda: remembered(server, account) == 1)
    assert 3000 < server.client.ttl(f"{name(account)}:released") <= 3600


@pytest.mark.parametrize("ended_by", ["the lanes, because it was idle", "Redis"])
def test_a_connection_that_ends_between_two_calls_leaves_no_keys(server, account, lanes_at, monkeypatch, ended_by):
    if ended_by != "Redis":
        monkeypatch.setattr(worker, "IDLE_TIMEOUT", 0.01)
    lanes = lanes_at(server.url)
    for _ in range(3):
        slot = lanes.acquire(account, Deadline(MAX_WAIT))
        slot.release()
        eventually(lambda: server.names() == [])
        if ended_by == "Redis":
            server.client.client_kill_filter(_type="normal", skipme=True)
        eventually(lambda: len(server.client.client_list(_type="normal")) == 1)
    assert server.names() == []
