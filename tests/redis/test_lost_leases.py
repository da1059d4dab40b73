"""A process that is cut off from Redis or stopped for longer than its lease, as docs/explanation/lanes.md says."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx
import pytest
from woodpecker_auth import CompanyScope, Deadline, HQKey, PolicyTransport

from tests.redis.server import PATIENCE, eventually

LEASE = 1.0


@pytest.fixture
def losses(caplog, account):
    """What the lanes of this process have said about leases that were lost."""
    return lambda: losses_in(
        [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING], account
    )


def losses_in(warnings: list[str], account) -> list[str]:
    return [text for text in warnings if "could not be renewed" in text and f"company {account.id}" in text]


def test_one_that_is_cut_off_is_taken_for_dead_and_its_request_is_not_ended(
    server, account, proxy_to, lanes_at, other, losses
):
    proxy, newcomer, sent, answer = proxy_to(server), other(server.url, account, lease=LEASE), Event(), Event()

    def api(request: httpx.Request) -> httpx.Response:
        sent.set()
        assert answer.wait(PATIENCE)
        return httpx.Response(200)

    lanes = lanes_at(proxy.url, lease=LEASE)
    transport = PolicyTransport(HQKey("canary"), httpx.MockTransport(api), scope=CompanyScope(account.id), lanes=lanes)
    with httpx.Client(transport=transport) as http, ThreadPoolExecutor(1) as threads:
        response = threads.submit(http.get, "https://api.woodpecker.co/rest/v2/mailboxes")
        assert sent.wait(PATIENCE)
        proxy.cut()
        newcomer.order("acquire")
        eventually(lambda: server.waiting(account) == 1)
        assert losses() == []
        # Beside the request that is still in flight.
        assert newcomer.said() == "done acquire"
        eventually(lambda: len(losses()) == 1)
        proxy.mend()
        # Nobody else comes in before both are over.
        eventually(lambda: server.in_flight(account) == 2)
        answer.set()
        assert response.result(PATIENCE).status_code == 200
    eventually(lambda: server.in_flight(account) == 1)
    newcomer.do("release")
    assert len(losses()) == 1 and "canary" not in losses()[0]


def test_one_that_is_stopped_is_taken_for_dead(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    eventually(lambda: server.waiting(account) == 1)
    assert holder.warnings() == []
    holder.stop()
    place = waiter.end()
    assert waiter.acquired
    holder.go_on()
    eventually(lambda: len(losses_in(holder.warnings(), account)) == 1)
    eventually(lambda: server.in_flight(account) == 2)
    place.release()
    holder.do("release")
    assert len(holder.warnings()) == 1


def test_one_whose_request_is_over_before_it_could_renew_says_so_too(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    holder.stop()
    holder.order("release")
    wait(lanes_at(server.url, lease=LEASE).acquire, account).end()
    holder.go_on()
    assert holder.said() == "done release"
    eventually(lambda: len(losses_in(holder.warnings(), account)) == 1)


def test_who_was_stopped_before_it_heard_that_it_may_go_asks_again(server, account, proxy_to, other, lanes_at, wait):
    proxy = proxy_to(server)
    stopped = other(proxy.url, account, lease=LEASE, timeout=PATIENCE)
    stopped.do("acquire")
    stopped.do("release")
    eventually(lambda: server.names() == [])
    proxy.hold()
    stopped.order("acquire")
    eventually(proxy.holds)
    stopped.stop()
    proxy.let_go()
    eventually(lambda: server.in_flight(account) == 1)
    # When the lease of the one that cannot hear has ended.
    place = wait(lanes_at(server.url).acquire, account).end()
    assert server.in_flight(account) == 1
    stopped.go_on()
    eventually(lambda: server.waiting(account) == 1)
    place.release()
    assert stopped.said() == "done acquire"
    assert losses_in(stopped.warnings(), account) == []


def test_each_loss_is_told_once(server, account, proxy_to, lanes_at, losses):
    proxy = proxy_to(server)
    place = lanes_at(proxy.url, lease=LEASE).acquire(account, Deadline(PATIENCE))
    for expected in (1, 2):
        proxy.cut()
        eventually(lambda expected=expected: len(losses()) == expected)
        time.sleep(LEASE)
        assert len(losses()) == expected
        proxy.mend()
        eventually(lambda: server.in_flight(account) == 1)
    place.release()


def test_a_short_outage_is_no_loss(server, account, proxy_to, lanes_at, losses, caplog):
    proxy = proxy_to(server)
    place = lanes_at(proxy.url).acquire(account, Deadline(PATIENCE))
    proxy.cut()
    eventually(lambda: "still in flight" in caplog.text)
    proxy.mend()
    time.sleep(1.5)
    place.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert losses() == []
