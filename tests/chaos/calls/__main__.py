"""Call for 32 companies at once by threads, tasks and forked children, over a network that does everything wrong.

Each response names the company and the call that it belongs to. Calls are cancelled and timed out, iterators and
clients closed or forgotten under way, loops abandoned. None may get another company's response, and at the end every
lane, connection, socket, thread and task has to be free. The same seed draws the same calls; how they meet is up to the
machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import IO, Any

from tests.watchdog import Watchdog

from . import loops, threads
from .forks import Child, fork
from .ledger import Ledger
from .looks import Looks
from .loops import AsyncClients
from .request import COMPANIES, Reuse
from .rest import Rest
from .threads import Clients

THREADS, TASKS, CHILDREN, CALLS_OF_A_CHILD = 8, 12, 20, 150
_CHILDREN_AT_ONCE = 2


@contextmanager
def server(seed: str) -> Iterator[tuple[str, int, Any]]:
    """The server's URL, its process id, and a function that reads what it has seen."""
    words = [sys.executable, "-m", "tests.chaos.calls.server", seed]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None and running.stdout is not None
        output: IO[str] = running.stdout
        requests: IO[str] = running.stdin

        def seen() -> dict[str, Any]:
            print(file=requests, flush=True)
            found: dict[str, Any] = json.loads(output.readline())
            return found

        try:
            yield f"http://127.0.0.1:{output.readline().strip()}", running.pid, seen
        finally:
            requests.close()


class Run:
    """All calls of one run.

    Attributes:
        children: how many ended with a garbage collector that works, and how many with one that does not.
        foreign: exceptions that are none of ours.
        failures: what else must not have happened.
    """

    def __init__(self, seed: str, calls: int, step: Any) -> None:
        self._seed = seed
        self.ledger = Ledger(seed, calls - CHILDREN * CALLS_OF_A_CHILD, step=step)
        self.looks = Looks()
        self.children: Counter[bool] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.wrong: dict[int, str] = {}
        self.foreign: list[str] = []
        self.failures: list[str] = []

    def run(self, url: str) -> None:
        clients, async_clients = Clients(url), AsyncClients(url)
        targets: list[Any] = [(threads.work, self.ledger, clients)] * THREADS
        targets += [(self._loop, async_clients)] * 2 + [(loops.in_short_loops, self.ledger, async_clients, 8)]
        working = [Thread(target=self._guarded, args=target) for target in targets]
        for thread in working:
            thread.start()
        self._fork_meanwhile(url, clients, async_clients)
        for thread in working:
            thread.join()
        clients.close()
        asyncio.run(async_clients.aclose())
        self.outcomes.update(self.ledger.outcomes)
        self.wrong.update(self.ledger.wrong)
        self.foreign += self.ledger.foreign

    def _loop(self, clients: AsyncClients) -> None:
        asyncio.run(loops.in_one_loop(self.ledger, clients, TASKS))

    def _guarded(self, target: Any, *args: Any) -> None:
        try:
            target(*args)
        except BaseException as failure:
            self.failures.append(f"a thread ended: {failure!r}")

    def _fork_meanwhile(self, url: str, clients: Clients, async_clients: AsyncClients) -> None:
        running: list[Child] = []
        for number in range(CHILDREN):
            share = self.ledger.calls * (number + 1) // (CHILDREN + 1)
            while self.ledger.given < share or len(running) >= _CHILDREN_AT_ONCE:
                running = self._still_running(running)
                sleep(0.01)
            ledger = Ledger(self._seed, CALLS_OF_A_CHILD, (number + 1) * 10**6)
            running.append(fork(ledger, url, self.looks, clients, async_clients))
        while running:
            running = self._still_running(running)
            sleep(0.01)

    def _still_running(self, children: list[Child]) -> list[Child]:
        left = []
        for child in children:
            if not child.read():
                left.append(child)
                continue
            report = child.report()
            self.outcomes.update(report.get("outcomes", {}))
            self.wrong.update({int(number): text for number, text in report.get("wrong", {}).items()})
            self.looks.add(report.get("looks", {}))
            self.children[report.get("collector", True)] += 1
            self.foreign += report.get("foreign", [])
            self.failures += report["failures"]
            self.ledger.step()
        return left


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("python -m tests.chaos.calls", description=__doc__)
    parser.add_argument("--calls", type=int, default=20_000, help="in all (default: %(default)s)")
    parser.add_argument("--seed", default="woodpecker", help="any text (default: %(default)s)")
    given = parser.parse_args(words)
    if given.calls <= CHILDREN * CALLS_OF_A_CHILD:
        parser.error(f"the children alone make {CHILDREN * CALLS_OF_A_CHILD} calls")
    # From 3.12 on, Python warns of what is done here on purpose.
    warnings.filterwarnings("ignore", ".*multi-threaded, use of fork", DeprecationWarning)
    print(f"{given.calls} calls for {len(COMPANIES)} companies, seed {given.seed!r}", flush=True)
    started = monotonic()
    with server(given.seed) as (url, pid, seen), Watchdog("chaos", pid) as step:
        rest = Rest(url)
        run = Run(given.seed, given.calls, step)
        with run.looks.noted():
            run.run(url)
        seconds = monotonic() - started
        loops.collect_abandoned()
        left = rest.left()
        found = seen()
        ends = monotonic() + 10
        while found["open"] and monotonic() < ends:
            sleep(0.1)
            found = seen()
    print(f"in {seconds:.0f} s, {given.calls / seconds:.0f} a second")
    failures = [*report(run, found)]
    print(f"{rest.lanes} of {len(COMPANIES)} lanes are free, and {'something' if left else 'nothing'} is left", end="")
    print(f"; {run.children[True]} of {CHILDREN} children could be checked, too")
    failures += [*(f"left at the end: {what}" for what in left)]
    for failure in failures[:30]:
        print(f"chaos failed: {failure}")
    return 1 if failures else 0


def report(run: Run, seen: dict[str, Any]) -> Iterator[str]:
    """Print what came of it; what is wrong with that."""
    print("\nthe server")
    for handler, times in sorted(seen["handlers"].items()):
        print(f"  {handler:<26}{times:>8,}")
    print(f"  {'connections':<26}{seen['connections']:>8,}")
    print("the calls")
    for outcome, times in sorted(run.outcomes.items()):
        print(f"  {outcome:<26}{times:>8,}")
    made = sum(run.outcomes.values())
    reuses = [Reuse(*reuse) for reuse in seen["reuses"]]
    faults = {reuse.call: fault for reuse in reuses if (fault := run.looks.fault(reuse))}
    untellable = run.wrong.keys() & ({reuse.call for reuse in reuses} - faults.keys())
    wrong = run.wrong.keys() - untellable
    print(f"{made:,} calls, {len(run.foreign)} foreign exceptions, ", end="")
    print(f"{len(wrong)} responses for another company or call", end="")
    print(f", and {len(untellable)} sent after the client's last look" if untellable else "")
    yield from (run.wrong[call] for call in sorted(wrong))
    yield from (*faults.values(), *run.foreign)
    if seen["twice"]:
        yield f"changes that ran twice: {seen['twice']}"
    if seen["open"]:
        yield f"{seen['open']} connections are still open"
    yield from run.failures
    if made != run.ledger.calls + CHILDREN * CALLS_OF_A_CHILD:
        yield f"{made} calls came to an end"


if __name__ == "__main__":
    sys.exit(main())
