"""First come, first served, over processes."""

from __future__ import annotations

import time

from redis.crc import key_slot
from woodpecker_auth import Deadline
from woodpecker_auth.redis_lanes.scripts import ACQUIRE, GRANTED, RELEASE, RENEW, keys_of

from tests.redis.other import client_company
from tests.redis.server import PREFIX, eventually


def test_processes_get_slots_in_the_order_of_arrival(server, account, lanes_at, other):
    lanes = lanes_at(server.url)
    held = lanes.acquire(account, Deadline(60))
    others = [other(server.url, account) for _ in range(4)]
    for place, process in enumerate(others, 1):
        process.order("acquire")
        eventually(lambda place=place: server.waiting(account) == place)

    held.release()

    for process in others:
        assert process.output() == "done acquire"
        assert server.in_flight(account) == 1
        process.do("release")


class Scripts:
    """The scripts by themselves."""

    def __init__(self, server, account, depth=1):
        self.client, self.keys, self.depth = server.client, keys_of(PREFIX, account), depth

    def acquire(self, token, *, waited=0.0, known=False, depth=None, lease=15.0):
        numbers = (depth or self.depth, round(lease * 1000), round(waited * 1e6), 2_000, int(known), 1_500)
        return self.client.eval(ACQUIRE, 5, *self.keys, token, *numbers)

    def release(self, token, *, remembered=0.0):
        return self.client.eval(RELEASE, 5, *self.keys, token, round(remembered * 1000))

    def renew(self, token, *, lease=15.0):
        return self.client.eval(RENEW, 5, *self.keys, token, round(lease * 1000))


def test_time_waited_in_the_local_lane_counts(server, account):
    ask = Scripts(server, account)
    assert ask.acquire("running") == GRANTED
    assert ask.acquire("now") == 0
    assert ask.acquire("a second ago", waited=1.0) == 0
    assert ask.acquire("now") == 1
    ask.release("running")
    assert ask.acquire("now") == 1, "an older one is granted first"
    assert ask.acquire("a second ago") == GRANTED


def test_a_new_request_does_not_overtake_a_waiting_one(server, account):
    ask = Scripts(server, account)
    ask.acquire("running"), ask.acquire("waiting")
    ask.release("running")
    assert ask.acquire("new") == 1
    assert ask.acquire("waiting") == GRANTED


def test_a_request_with_a_greater_depth_does_not_overtake_either(server, account):
    ask = Scripts(server, account)
    ask.acquire("running"), ask.acquire("waiting")
    assert ask.acquire("deep", depth=3) == 1


def test_a_slot_ends_with_its_own_lease(server, account):
    ask = Scripts(server, account, depth=2)
    assert [ask.acquire("dead", lease=0.01), ask.acquire("alive")] == [GRANTED, GRANTED]
    eventually(lambda: ask.acquire("next") == GRANTED)
    assert ask.acquire("one more") == 0


def test_a_repeated_acquire_has_the_same_result(server, account):
    ask = Scripts(server, account)
    assert [ask.acquire("a"), ask.acquire("a"), ask.acquire("b"), ask.acquire("b")] == [GRANTED, GRANTED, 0, 0]
    assert [ask.release("a"), ask.release("a"), ask.acquire("b")] == [1, 1, GRANTED]


def test_a_repeated_acquire_renews_the_lease(server, account):
    ask = Scripts(server, account)
    for _ in range(10):
        assert ask.acquire("a", lease=0.2) == GRANTED
        time.sleep(0.05)
        assert ask.acquire("b") == 0


def test_a_remembered_token_gets_no_slot_no_queue_position_and_no_warning(server, account):
    ask = Scripts(server, account)
    ask.acquire("a"), ask.acquire("b"), ask.release("a", remembered=60), ask.release("b", remembered=60)
    for late in ("a", "b", "a"):
        ask.acquire(late), ask.acquire(late, known=True), ask.renew(late)
        assert [key.rpartition(":")[2] for key in server.names()] == ["released"]
    # Other tokens are not affected, not even behind a late one.
    assert ask.acquire("c") == GRANTED
    ask.acquire("a", waited=10)
    ask.release("c")
    assert ask.acquire("d") == GRANTED


def test_each_token_is_remembered_for_its_own_time(server, account):
    ask = Scripts(server, account)
    ask.release("a", remembered=0.02), ask.release("b", remembered=60)
    time.sleep(0.05)
    ask.release("c", remembered=0.02)
    assert server.client.zrange(ask.keys[4], 0, -1) == ["c", "b"]
    assert 0 < server.client.ttl(ask.keys[4]) <= 60


def test_a_token_with_a_slot_is_not_in_the_queue(server, account):
    ask = Scripts(server, account)
    ask.acquire("a"), ask.acquire("b")
    # As after a lease that ended before its request, which is acquired and renewed in either order.
    ask.renew("b")
    assert server.client.zrange(ask.keys[1], 0, -1) == []


def test_after_a_loss_of_data_slots_are_renewed_before_new_ones_are_granted(server, account):
    ask = Scripts(server, account)
    ask.acquire("running"), ask.acquire("waiting")
    server.client.flushall()
    assert ask.acquire("waiting", known=True) == 0
    assert ask.acquire("new") == 1
    assert [ask.renew("running"), ask.renew("running")] == [0, 1]
    ask.release("running")
    # Until two slots would have been renewed, too.
    eventually(lambda: ask.acquire("waiting", known=True) == GRANTED)


def test_the_keys_of_an_account_share_a_hash_slot():
    names = [keys_of("any:", client_company(number)) for number in range(1, 30)]
    assert {len({key_slot(name.encode()) for name in of_one}) for of_one in names} == {1}
    assert len({name for of_one in names for name in of_one}) == 5 * 29
