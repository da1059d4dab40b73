"""What a connection that was given up carried to Redis may arrive later, and changes nothing then."""

from __future__ import annotations

import time

import pytest
from woodpecker_auth import Deadline, LaneUnavailable
from woodpecker_auth.redis_lanes import ticket, worker

from tests.redis.server import PATIENCE, eventually, name

# A slot that is taken for nobody would stay for so long.
LEASE = 600.0
TIMEOUT = 0.4


@pytest.fixture
def late(server, account, proxy_to, lanes_at):
    """Lanes that have spoken over their first connection, and the proxy that it goes through."""
    proxy = proxy_to(server)
    lanes = lanes_at(proxy.url, lease=LEASE, timeout=TIMEOUT)
    lanes.acquire(account, Deadline(PATIENCE)).release()
    eventually(lambda: server.names() == [])
    return lanes, proxy


def remembered(server, account) -> int:
    """How many tickets Redis knows to be used."""
    return int(server.client.zcard(f"{name(account)}:released"))


def holders(server, account) -> dict[str, float]:
    return dict(server.client.zrange(f"{name(account)}:slots", 0, -1, withscores=True))


def nothing_is_taken(server, account, lanes) -> None:
    assert [key.rpartition(":")[2] for key in server.names()] in ([], ["released"])
    lanes.acquire(account, Deadline(PATIENCE)).release()


def test_a_question_takes_no_slot_after_the_leaving(server, account, late, acquire):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable, match="Timeout"):
        acquire(lanes, account, Deadline(PATIENCE))
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_nor_when_it_was_asked_again_and_let_in_meanwhile(server, account, late, wait):
    lanes, proxy = late
    proxy.hold()
    waiter = wait(lanes.acquire, account)
    eventually(proxy.holds)
    proxy.hang_up()
    waiter.end().release()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_nor_does_one_that_was_waiting_get_in_the_way(server, account, late, wait, other, lanes_at, monkeypatch):
    # It would be in the queue for so long, and whoever comes behind it.
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


def test_a_renewal_puts_nothing_back_after_the_leaving(server, account, late):
    lanes, proxy = late
    place = lanes.acquire(account, Deadline(PATIENCE))
    proxy.hold()
    eventually(proxy.holds)
    before = holders(server, account)
    # Over the next connection.
    eventually(lambda: holders(server, account) != before)
    place.release()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_a_renewal_harms_nobody_while_its_place_is_held(server, account, late):
    lanes, proxy = late
    place = lanes.acquire(account, Deadline(PATIENCE))
    proxy.hold()
    eventually(proxy.holds)
    before = holders(server, account)
    eventually(lambda: holders(server, account) != before)
    proxy.release()
    assert holders(server, account).keys() == before.keys()
    place.release()
    eventually(lambda: server.in_flight(account) == 0)
    nothing_is_taken(server, account, lanes)


def test_a_leaving_frees_no_slot_of_those_who_came_later(server, account, late):
    lanes, proxy = late
    place = lanes.acquire(account, Deadline(PATIENCE))
    proxy.hold()
    place.release()
    eventually(lambda: proxy.holds() and server.in_flight(account) == 0)
    # What is late itself can only free what is free.
    assert remembered(server, account) == 0
    later = lanes.acquire(account, Deadline(PATIENCE))
    proxy.release()
    assert server.in_flight(account) == 1
    later.release()
    eventually(lambda: server.names() == [])


def test_lanes_that_are_closed_at_once_say_so_first(server, account, late, lanes_at):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(PATIENCE))
    lanes.close()
    proxy.release()
    nothing_is_taken(server, account, lanes_at(server.url))


def test_it_is_said_however_long_redis_is_out_of_reach(server, account, proxy_to, lanes_at):
    proxy, lease = proxy_to(server), 1.0
    lanes = lanes_at(proxy.url, lease=lease, timeout=TIMEOUT)
    lanes.acquire(account, Deadline(PATIENCE)).release()
    eventually(lambda: server.names() == [])
    proxy.hold()
    proxy.refuse()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(PATIENCE))
    # So long that a slot of it would be free in any case.
    time.sleep(1.5 * lease)
    proxy.mend()
    eventually(lambda: remembered(server, account) == 1)
    proxy.release()
    nothing_is_taken(server, account, lanes)


def test_others_of_the_same_lane_are_not_meant(server, account, late, acquire):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(PATIENCE))
    eventually(lambda: remembered(server, account) == 1)
    place = acquire(lanes, account, Deadline(PATIENCE))
    proxy.release()
    assert server.in_flight(account) == 1
    place.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert remembered(server, account) == 1


def test_what_is_remembered_is_forgotten_in_time(server, account, late):
    lanes, proxy = late
    proxy.hold()
    with pytest.raises(LaneUnavailable):
        lanes.acquire(account, Deadline(PATIENCE))
    eventually(lambda: remembered(server, account) == 1)
    assert 3000 < server.client.ttl(f"{name(account)}:released") <= 3600


@pytest.mark.parametrize("ended_by", ["the lanes, because it was idle", "Redis"])
def test_a_connection_that_ends_between_two_questions_leaves_nothing_behind(
    server, account, lanes_at, monkeypatch, ended_by
):
    if ended_by != "Redis":
        monkeypatch.setattr(worker, "IDLE_TIMEOUT", 0.01)
    lanes = lanes_at(server.url)
    for _ in range(3):
        place = lanes.acquire(account, Deadline(PATIENCE))
        place.release()
        eventually(lambda: server.names() == [])
        if ended_by == "Redis":
            server.client.client_kill_filter(_type="normal", skipme=True)
        eventually(lambda: len(server.client.client_list(_type="normal")) == 1)
    assert server.names() == []
