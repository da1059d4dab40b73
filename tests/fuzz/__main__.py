"""Fuzz the mock: over a socket and in process, with an HQ key and with a client key.

Fails on any finding, if a documented answer never came or an undocumented one did, and if a row of the decision table
or a link of the spec was never tried.
"""

from __future__ import annotations

import sys
from collections import Counter
from time import monotonic

from .reach import uncovered
from .report import answers, rows
from .running import KINDS, PLACES, run


def main() -> int:
    started = monotonic()
    hits: Counter[tuple[str, int]] = Counter()
    by_kind: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    problems: list[str] = []
    for kind in KINDS:
        for place in PLACES:
            begun = monotonic()
            result = run(kind, place)
            took = f"{monotonic() - begun:.0f} s"
            print(
                f"{kind:<7} {place:<11} {result.cases:>6} requests, {len(result.findings)} findings, {took}", flush=True
            )
            hits.update(result.hits)
            by_kind[kind].update(result.rows)
            problems += [f"{kind}, {place}: {one.check}: {one.where}: {one.text}" for one in result.findings]
    problems += uncovered(hits)
    print("", *answers(hits), "", *rows(by_kind), sep="\n")
    print(f"\n{len(problems)} problems in {monotonic() - started:.0f} s", *problems, sep="\n\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
