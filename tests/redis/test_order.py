"""First come, first served, over processes."""

from __future__ import annotations

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
        return self.client.eval(ENTER, 4, *self.keys, token, *numbers)

    def leave(self, token):
        return self.client.eval(LEAVE, 4, *self.keys, token)

    def renew(self, token):
        return self.client.eval(RENEW, 4, *self.keys, token, 15_000)


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
    assert len({name for of_one in names for name in of_one}) == 4 * 29
