"""Fuzz the mock: over a socket and in process, with an HQ key and with a client key.

Fails on any finding, if a documented response never came or an undocumented one did, and if a row of the decision table
or a link of the spec was never tried.
"""

from __future__ import annotations

import sys
from collections import Counter
from time import monotonic

from .reach import uncovered
from .report import response_table, row_table
from .running import KINDS, TRANSPORTS, run


def main() -> int:
    started = monotonic()
    responses: Counter[tuple[str, int]] = Counter()
    by_kind: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    problems: list[str] = []
    for kind in KINDS:
        for transport in TRANSPORTS:
            begun = monotonic()
            result = run(kind, transport)
            took = f"{monotonic() - begun:.0f} s"
            print(
                f"{kind:<7} {transport:<11} {result.cases:>6} requests, {len(result.findings)} findings, {took}",
                flush=True,
            )
            responses.update(result.responses)
            by_kind[kind].update(result.rows)
            problems += [f"{kind}, {transport}: {one.check}: {one.where}: {one.text}" for one in result.findings]
    problems += uncovered(responses)
    print("", *response_table(responses), "", *row_table(by_kind), sep="\n")
    print(f"\n{len(problems)} problems in {monotonic() - started:.0f} s", *problems, sep="\n\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
