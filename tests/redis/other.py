"""Another process with lanes of its own, controlled by the test.

`Other` is its remote control; run as a program, this module is the process itself: it takes an order per line, does it
in its main thread, and says so.
"""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from threading import Thread

import redis
from woodpecker_auth import Deadline, LaneKey, LaneSlot
from woodpecker_auth.redis_lanes import RedisLanes, ticket

ROOT = Path(__file__).parents[2]


class Other:
    def __init__(
        self, url: str, account: LaneKey, *, depth: int = 1, lease: float = 15.0, timeout: float = 2.0
    ) -> None:
        numbers = [str(number) for number in (account.id, depth, lease, timeout)]
        command = [sys.executable, "-m", "tests.redis.other", url, *numbers]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert self.output() == "ready"

    def order(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")

    def output(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def do(self, words: str) -> None:
        self.order(words)
        assert self.output() == f"done {words}"

    def warnings(self) -> list[str]:
        self.order("warnings")
        return json.loads(self.output())

    def stop(self) -> None:
        """Stop the process, like a frozen container."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def client_company(number: int) -> LaneKey:
    return LaneKey("https://api.woodpecker.co:443", "company", number)


def spin(seconds: float) -> None:
    """Keep this thread busy."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def count(url: str, lanes: RedisLanes, account: LaneKey, threads: int, tasks: int) -> None:
    """Acquire slots in so many threads and tasks, and record in Redis how many were in flight each time."""
    with redis.Redis.from_url(url) as shared:

        def note_entry() -> None:
            shared.rpush("noted", shared.incr("in flight"))

        def note_exit() -> None:
            shared.decr("in flight")

        def in_a_thread() -> None:
            slot = lanes.acquire(account, Deadline(60))
            note_entry()
            time.sleep(0.002)
            note_exit()
            slot.release()

        async def in_a_task() -> None:
            slot = await lanes.acquire_async(account, Deadline(60))
            note_entry()
            await asyncio.sleep(0.002)
            note_exit()
            await slot.release_async()

        async def all_tasks() -> None:
            await asyncio.gather(*(in_a_task() for _ in range(tasks)))

        running = [Thread(target=in_a_thread) for _ in range(threads)]
        for thread in running:
            thread.start()
        asyncio.run(all_tasks())
        for thread in running:
            thread.join()


def main(url: str, company: int, depth: int, lease: float, timeout: float) -> None:
    account, slots, warnings = client_company(company), deque[LaneSlot](), list[str]()
    lanes = RedisLanes(url, depth=depth, lease=lease, timeout=timeout)
    logging.getLogger("woodpecker_auth").addFilter(lambda record: warnings.append(record.getMessage()) or True)

    async def enter_in_asyncio_and_spin(seconds: float) -> None:
        slots.append(await lanes.acquire_async(account, Deadline(60)))
        print("acquired", flush=True)
        spin(seconds)

    print("ready", flush=True)
    for line in sys.stdin:
        match line.split():
            case ["acquire"]:
                try:
                    slots.append(lanes.acquire(account, Deadline(60)))
                except KeyboardInterrupt:
                    print("interrupted", flush=True)
                    continue
            case ["acquire", "and", "spin", seconds]:
                asyncio.run(enter_in_asyncio_and_spin(float(seconds)))
            case ["release"]:
                slots.pop().release()
            case ["release", "and", "exit"]:
                slots.pop().release()
                return
            case ["be", "silent", "for", seconds]:
                ticket.WAITER_TIMEOUT = float(seconds)
            case ["warnings"]:
                print(json.dumps(warnings), flush=True)
                continue
            case ["spin", seconds]:
                spin(float(seconds))
            case ["count", threads, tasks]:
                count(url, lanes, account, int(threads), int(tasks))
            case order:
                raise ValueError(order)
        print(f"done {line.strip()}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *map(float, sys.argv[4:]))
