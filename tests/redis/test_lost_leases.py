"""A process that is disconnected from Redis or stopped for longer than its lease, as in docs/explanation/lanes.md."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx
import pytest
from woodpecker_auth import CompanyScope, Deadline, HQKey, PolicyTransport

from tests.redis.server import MAX_WAIT, eventually

LEASE = 2.0


@pytest.fixture
def losses(caplog, account):
    """The warnings of this process about lost leases."""
    return lambda: losses_in(
        [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING], account
    )


def losses_in(warnings: list[str], account) -> list[str]:
    return [text for text in warnings if "could not be renewed" in text and f"company {account.id}" in text]


def test_a_disconnected_process_loses_its_slot_and_its_request_is_not_cancelled(
    server, account, proxy_to, lanes_at, other, losses
):
    proxy, newcomer, sent, reply = proxy_to(server), other(server.url, account, lease=LEASE), Event(), Event()

    def api(request: httpx.Request) -> httpx.Response:
        sent.set()
        assert reply.wait(MAX_WAIT)
        return httpx.Response(200)

    lanes = lanes_at(proxy.url, lease=LEASE)
    transport = PolicyTransport(HQKey("canary"), httpx.MockTransport(api), scope=CompanyScope(account.id), lanes=lanes)
    with httpx.Client(transport=transport) as http, ThreadPoolExecutor(1) as threads:
        response = threads.submit(http.get, "https://api.woodpecker.co/rest/v2/mailboxes")
        assert sent.wait(MAX_WAIT)
        proxy.cut()
        newcomer.order("acquire")
        eventually(lambda: server.waiting(account) == 1)
        assert losses() == []
        # Beside the request that is still in flight.
        assert newcomer.output() == "done acquire"
        eventually(lambda: len(losses()) == 1)
        proxy.mend()
        # No other request gets a slot before both are over.
        eventually(lambda: server.in_flight(account) == 2)
        reply.set()
        assert response.result(MAX_WAIT).status_code == 200
    eventually(lambda: server.in_flight(account) == 1)
    newcomer.do("release")
    assert len(losses()) == 1 and "canary" not in losses()[0]


def test_a_stopped_process_loses_its_slot(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    eventually(lambda: server.waiting(account) == 1)
    assert holder.warnings() == []
    holder.stop()
    slot = waiter.end()
    assert waiter.acquired
    holder.go_on()
    eventually(lambda: len(losses_in(holder.warnings(), account)) == 1)
    eventually(lambda: server.in_flight(account) == 2)
    slot.release()
    holder.do("release")
    assert len(holder.warnings()) == 1


def test_a_process_whose_request_ends_before_the_next_renewal_warns_too(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    holder.stop()
    holder.order("release")
    wait(lanes_at(server.url, lease=LEASE).acquire, account).end()
    holder.go_on()
    assert holder.output() == "done release"
    eventually(lambda: len(losses_in(holder.warnings(), account)) == 1)


def test_a_process_that_was_stopped_before_it_read_its_grant_acquires_again(
    server, account, proxy_to, other, lanes_at, wait
):
    proxy = proxy_to(server)
    stopped = other(proxy.url, account, lease=LEASE, timeout=MAX_WAIT)
    stopped.do("acquire")
    stopped.do("release")
    eventually(lambda: server.names() == [])
    proxy.hold()
    stopped.order("acquire")
    eventually(proxy.holds)
    stopped.stop()
    proxy.let_go()
    eventually(lambda: server.in_flight(account) == 1)
    # When the lease of the disconnected process has ended.
    slot = wait(lanes_at(server.url).acquire, account).end()
    assert server.in_flight(account) == 1
    stopped.go_on()
    eventually(lambda: server.waiting(account) == 1)
    slot.release()
    assert stopped.output() == "done acquire"
    assert losses_in(stopped.warnings(), account) == []


def test_each_lost_lease_is_logged_once(server, account, proxy_to, lanes_at, losses):
    proxy = proxy_to(server)
    slot = lanes_at(proxy.url, lease=LEASE).acquire(account, Deadline(MAX_WAIT))
    for expected in (1, 2):
        proxy.cut()
        eventually(lambda expected=expected: len(losses()) == expected)
        time.sleep(LEASE)
        assert len(losses()) == expected
        proxy.mend()
        eventually(lambda: server.in_flight(account) == 1)
    slot.release()


def test_a_short_outage_loses_no_lease(server, account, proxy_to, lanes_at, losses, caplog):
    proxy = proxy_to(server)
    slot = lanes_at(proxy.url).acquire(account, Deadline(MAX_WAIT))
    proxy.cut()
    eventually(lambda: "still in flight" in caplog.text)
    proxy.mend()
    time.sleep(1.5)
    slot.release()
    eventually(lambda: server.in_flight(account) == 0)
    assert losses() == []
