"""Fuzz the mock: over a socket and in process, with an HQ key and with a client key.

Fails on any finding, if a documented response never came or an undocumented one did, and if a row of the decision table
or a link of the spec was never tried.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from time import monotonic

from .reach import uncovered
from .report import response_table, row_table
from .running import KINDS, TRANSPORTS, timed_run

WORKERS = 2


def main() -> int:
    started = monotonic()
    responses: Counter[tuple[str, int]] = Counter()
    by_kind: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    problems: list[str] = []
    # Not forked: schemathesis is to know nothing of what this process has done.
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        for kind, transport, result, seconds in workers.map(timed_run, product(KINDS, TRANSPORTS)):
            findings = f"{len(result.findings)} findings"
            print(f"{kind:<7} {transport:<11} {result.cases:>6} requests, {findings}, {seconds:.0f} s", flush=True)
            responses.update(result.responses)
            by_kind[kind].update(result.rows)
            problems += [f"{kind}, {transport}: {one.check}: {one.where}: {one.text}" for one in result.findings]
    problems += uncovered(responses)
    print("", *response_table(responses), "", *row_table(by_kind), sep="\n")
    print(f"\n{len(problems)} problems in {monotonic() - started:.0f} s", *problems, sep="\n\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
