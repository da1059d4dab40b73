"""First come, first served, over processes."""

from __future__ import annotations

import time

from redis.crc import key_slot
from woodpecker_auth import Deadline
from woodpecker_auth.redis_lanes.scripts import ENTER, GO, LEAVE, RENEW, keys_of

from tests.redis.other import client_company
from tests.redis.server import PREFIX, eventually


def test_processes_go_in_the_order_in_which_they_came(server, account, lanes_at, other):
    lanes = lanes_at(server.url)
    held = lanes.enter(account, Deadline(60))
    others = [other(server.url, account) for _ in range(4)]
    for place, process in enumerate(others, 1):
        process.order("enter")
        eventually(lambda place=place: server.waiting(account) == place)

    held.leave()

    for process in others:
        assert process.said() == "done enter"
        assert server.in_flight(account) == 1
        process.do("leave")


class Asking:
    """The scripts, without anything around them."""

    def __init__(self, server, account, depth=1):
        self.client, self.keys, self.depth = server.client, keys_of(PREFIX, account), depth

    def enter(self, token, *, waited=0.0, known=False, depth=None, lease=15.0):
        numbers = (depth or self.depth, round(lease * 1000), round(waited * 1e6), 2_000, int(known), 1_500)
        return self.client.eval(ENTER, 5, *self.keys, token, *numbers)

    def leave(self, token, *, remembered=0.0):
        return self.client.eval(LEAVE, 5, *self.keys, token, round(remembered * 1000))

    def renew(self, token, *, lease=15.0):
        return self.client.eval(RENEW, 5, *self.keys, token, round(lease * 1000))


def test_what_a_request_waited_elsewhere_counts(server, account):
    ask = Asking(server, account)
    assert ask.enter("running") == GO
    assert ask.enter("now") == 0
    assert ask.enter("a second ago", waited=1.0) == 0
    assert ask.enter("now") == 1
    ask.leave("running")
    assert ask.enter("now") == 1, "it is not its turn"
    assert ask.enter("a second ago") == GO


def test_a_newcomer_does_not_pass_who_waits(server, account):
    ask = Asking(server, account)
    ask.enter("running"), ask.enter("waiting")
    ask.leave("running")
    assert ask.enter("new") == 1
    assert ask.enter("waiting") == GO


def test_nor_does_one_with_a_greater_depth(server, account):
    ask = Asking(server, account)
    ask.enter("running"), ask.enter("waiting")
    assert ask.enter("deep", depth=3) == 1


def test_a_slot_ends_with_its_own_lease(server, account):
    ask = Asking(server, account, depth=2)
    assert [ask.enter("dead", lease=0.01), ask.enter("alive")] == [GO, GO]
    eventually(lambda: ask.enter("next") == GO)
    assert ask.enter("one more") == 0


def test_a_question_that_is_repeated_has_the_same_answer(server, account):
    ask = Asking(server, account)
    assert [ask.enter("a"), ask.enter("a"), ask.enter("b"), ask.enter("b")] == [GO, GO, 0, 0]
    assert [ask.leave("a"), ask.leave("a"), ask.enter("b")] == [1, 1, GO]


def test_a_question_that_is_repeated_renews_the_lease(server, account):
    ask = Asking(server, account)
    for _ in range(10):
        assert ask.enter("a", lease=0.2) == GO
        time.sleep(0.05)
        assert ask.enter("b") == 0


def test_who_is_remembered_to_have_left_neither_goes_nor_waits_nor_warns(server, account):
    ask = Asking(server, account)
    ask.enter("a"), ask.enter("b"), ask.leave("a", remembered=60), ask.leave("b", remembered=60)
    for late in ("a", "b", "a"):
        ask.enter(late), ask.enter(late, known=True), ask.renew(late)
        assert [key.rpartition(":")[2] for key in server.names()] == ["used"]
    # Nobody else is meant, not even behind one that comes late.
    assert ask.enter("c") == GO
    ask.enter("a", waited=10)
    ask.leave("c")
    assert ask.enter("d") == GO


def test_each_is_remembered_for_its_own_time(server, account):
    ask = Asking(server, account)
    ask.leave("a", remembered=0.02), ask.leave("b", remembered=60)
    time.sleep(0.05)
    ask.leave("c", remembered=0.02)
    assert server.client.zrange(ask.keys[4], 0, -1) == ["c", "b"]
    assert 0 < server.client.ttl(ask.keys[4]) <= 60


def test_who_goes_waits_no_more_however_it_came_to_its_slot(server, account):
    ask = Asking(server, account)
    ask.enter("a"), ask.enter("b")
    # As after a lease that ended while its request went on, which is asked for and renewed in either order.
    ask.renew("b")
    assert server.client.zrange(ask.keys[1], 0, -1) == []


def test_who_outlived_the_memory_of_redis_lets_the_others_be_put_back(server, account):
    ask = Asking(server, account)
    ask.enter("running"), ask.enter("waiting")
    server.client.flushall()
    assert ask.enter("waiting", known=True) == 0
    assert ask.enter("new") == 1
    assert [ask.renew("running"), ask.renew("running")] == [0, 1]
    ask.leave("running")
    # Until those of a depth of 2 would have been put back, too.
    eventually(lambda: ask.enter("waiting", known=True) == GO)


def test_the_keys_of_an_account_share_a_hash_slot():
    names = [keys_of("any:", client_company(number)) for number in range(1, 30)]
    assert {len({key_slot(name.encode()) for name in of_one}) for of_one in names} == {1}
    assert len({name for of_one in names for name in of_one}) == 5 * 29
