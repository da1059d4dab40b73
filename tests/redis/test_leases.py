"""A slot is held as long as its process lives and reaches Redis, and not much longer."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest
from woodpecker_auth import Deadline
from woodpecker_auth.redis_lanes import worker
from woodpecker_auth.redis_lanes.connection import RedisConnection
from woodpecker_auth.redis_lanes.scripts import RENEW

from tests.redis.other import ROOT, client_company, spin
from tests.redis.server import MAX_WAIT, eventually

LEASE = 1.5


def test_the_slot_of_a_killed_process_is_free_when_its_lease_ends(server, account, lanes_at, other, wait):
    holder = other(server.url, account, lease=LEASE)
    holder.do("acquire")
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    eventually(lambda: server.waiting(account) == 1)
    # Only a running process renews.
    time.sleep(3 * LEASE)
    assert not waiter.acquired
    killed = time.monotonic()
    holder.kill()
    slot = waiter.end()
    assert waiter.acquired and time.monotonic() - killed < LEASE + MAX_WAIT
    slot.release()


@pytest.mark.parametrize("busy", ["main thread", "event loop"])
def test_a_busy_process_keeps_its_slot(server, account, lanes_at, other, wait, busy):
    holder = other(server.url, account, lease=LEASE)
    if busy == "main thread":
        holder.do("acquire")
        holder.order(f"spin {3 * LEASE}")
    else:
        holder.order(f"acquire and spin {3 * LEASE}")
        assert holder.output() == "acquired"
    waiter = wait(lanes_at(server.url, lease=LEASE).acquire, account)
    assert holder.output().startswith("done")
    assert not waiter.acquired and server.in_flight(account) == 1
    holder.do("release")
    waiter.end()
    assert waiter.acquired


def test_a_killed_waiter_is_removed_from_the_queue(server, account, lanes_at, other, wait):
    held = lanes_at(server.url).acquire(account, Deadline(60))
    dead, living = other(server.url, account), other(server.url, account)
    for n, process in enumerate([dead, living], 1):
        process.order("acquire")
        eventually(lambda n=n: server.waiting(account) == n)
    dead.kill()
    held.release()
    assert living.output() == "done acquire"
    assert server.waiting(account) == 0


def test_the_last_slot_of_a_program_is_released_when_the_program_ends(server, account, other):
    process = other(server.url, account, lease=600)
    process.do("acquire")
    process.order("release and exit")
    assert process.process.wait(MAX_WAIT) == 0
    assert server.in_flight(account) == 0


def test_no_keys_remain_in_redis(server, account, lanes_at, other):
    processes = [other(server.url, account, lease=LEASE) for _ in range(3)]
    processes[0].do("acquire")
    for n, process in enumerate(processes[1:], 1):
        process.order("acquire")
        eventually(lambda n=n: server.waiting(account) == n)
    lost = server.names()[0].rpartition(":")[0] + ":recovery"
    until = time.monotonic() + 2 * LEASE
    while time.monotonic() < until:
        ends = [server.client.pttl(key) for key in server.names()]
        assert ends and all(0 <= end <= 2000 or end == -2 for end in ends), ends
    assert lost not in server.names()
    for process in processes:
        process.kill()
    # No process is left to release it.
    eventually(lambda: server.names() == [])


def test_renewals_share_a_round_trip(server, lanes_at, monkeypatch):
    run, most = RedisConnection.run, [0]

    def counted(self, calls):
        most.append(sum(script == RENEW for script, _, _ in calls))
        return run(self, calls)

    monkeypatch.setattr(RedisConnection, "run", counted)
    lanes, slots = lanes_at(server.url, lease=LEASE), []
    for number in range(1, 11):
        slots.append(lanes.acquire(client_company(number), Deadline(5)))
        time.sleep(0.005)
    eventually(lambda: max(most) == len(slots))
    for slot in slots:
        slot.release()


FORKING = """
import os, sys, threading, warnings
warnings.simplefilter("ignore", DeprecationWarning)
from tests.redis.other import client_company
from woodpecker_auth import Deadline, LaneWaitTimeout
from woodpecker_auth.redis_lanes import RedisLanes

lanes, held, free = RedisLanes(sys.argv[1], lease=1), client_company(int(sys.argv[2])), client_company(1)
slot = lanes.acquire(held, Deadline(5))
# As if the worker's thread were just granting the slot.
taken, over = threading.Event(), threading.Event()

def hold_a_lock_of_the_place():
    with slot._ticket.granted._condition:
        taken.set()
        over.wait()

holding = threading.Thread(target=hold_a_lock_of_the_place)
holding.start()
taken.wait()
child = os.fork()
if child == 0:
    slot.release()
    del slot
    for _ in range(3):
        lanes.acquire(free, Deadline(5)).release()
    try:
        lanes.acquire(held, Deadline(1.5))
    except LaneWaitTimeout:
        lanes.close()
        os._exit(7)
    os._exit(1)
for _ in range(3):
    lanes.acquire(free, Deadline(5)).release()
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
over.set()
holding.join()
slot.release()
lanes.acquire(held, Deadline(5)).release()
"""


def test_a_fork_has_lanes_of_its_own_and_leaves_the_parents_alone(server, account):
    run = [sys.executable, "-c", FORKING, server.url, str(account.id)]
    ended = subprocess.run(run, cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=60)
    assert ended.returncode == 0 and ended.stderr == ""
    assert server.names() == []


def test_the_thread_ends_when_it_has_nothing_to_do(server, account, lanes_at, monkeypatch):
    def running() -> int:
        return sum(thread.name == "woodpecker-redis-lanes" for thread in threading.enumerate())

    monkeypatch.setattr(worker, "IDLE_TIMEOUT", 0.05)
    lanes, before = lanes_at(server.url, lease=LEASE), running()
    for _ in range(2):
        slot = lanes.acquire(account, Deadline(5))
        spin(0.2)
        assert running() == before + 1
        slot.release()
        eventually(lambda: running() == before)
