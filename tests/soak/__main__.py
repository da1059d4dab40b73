"""Send the mock as many requests as in a busy hour, and check that it keeps working.

Rounds of mixed traffic, each in the same world; after each the world is checked, and the mock's memory. The same seed
draws the same requests; in which order they meet the mock is up to the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator
from time import monotonic

from tests.mock_process import MockProcess, mock_process
from tests.watchdog import Watchdog

from . import memory
from .checker import Violation
from .requests import OPERATIONS
from .rounds import ROUNDS, Rounds


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.soak", description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000, help="in all rounds (default: %(default)s)")
    parser.add_argument("--connections", type=int, default=32, help="at once (default: %(default)s)")
    parser.add_argument("--seed", default="woodpecker", help="any text (default: %(default)s)")
    given = parser.parse_args()
    if given.requests < ROUNDS or given.connections < 1:
        parser.error(f"there have to be {ROUNDS} requests or more, and 1 connection or more")
    print(f"{given.requests} requests in {ROUNDS} rounds on {given.connections} connections, seed {given.seed!r}")
    started = monotonic()
    with mock_process("httptools") as mock, Watchdog("soak", mock.pid) as step:
        rounds = Rounds(mock, step)
        try:
            asyncio.run(rounds.run(given.seed, given.requests, given.connections))
        except Violation as found:
            print(f"soak failed: {found}")
            return 1
    seconds = monotonic() - started
    print(f"\n{given.requests} requests in {seconds:.0f} s, {given.requests / seconds:.0f} a second")
    failures = [*report(rounds, given.requests), *printed(mock)]
    for failure in failures:
        print(f"soak failed: {failure}")
    return 1 if failures else 0


def report(rounds: Rounds, requests: int) -> Iterator[str]:
    """Print the results; yields what is wrong with them."""
    for outcome, times in sorted(rounds.checker.outcomes.items()):
        print(f"  {outcome:<24}{times:>8}")
    never = [operation.id for operation in OPERATIONS if not rounds.checker.accepted[operation.id]]
    print(f"{len(OPERATIONS) - len(never)} of {len(OPERATIONS)} operations were accepted at least once")
    if never:
        yield f"never accepted: {', '.join(never)}"
    sizes = rounds.sizes
    if not sizes:
        print("memory: this system does not report it")
        return
    each = requests // ROUNDS
    warm = sizes[int(len(sizes) * memory.WARM_UP) - 1]
    print(
        f"memory: {warm / 2**20:.1f} MB after {memory.WARM_UP:.0%}, {sizes[-1] / 2**20:.1f} MB at the end, "
        f"{memory.growth(sizes, each):+.0f} bytes a request"
    )
    if memory.leaks(sizes, each):
        yield f"memory grows by {memory.growth(sizes, each):.0f} bytes with each request"


def printed(mock: MockProcess) -> Iterator[str]:
    output = "".join(mock.printed)
    if mock.key in output:
        yield "the mock printed a key"
    elif "Traceback" in output:
        yield f"the mock printed this:\n{output[output.index('Traceback') :][:5000]}"


if __name__ == "__main__":
    sys.exit(main())
