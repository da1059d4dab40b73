"""The mutation score of the fuzzing: it is run against each mutant of the mock, and should kill it.

    python -m tests.fuzz.mutation_score [--compare] [name ...]

Without names all mutants but those of the kind drift are measured, each until a check has killed it. To compare our own
checks with schemathesis' takes much longer, because what one does not find is only known at the end of a run. The exit
status is 1 if less than 95 % of the mutants were killed, and 2 if there are findings without any mutant, because then
nothing has been measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from time import monotonic
from typing import Literal, TypeAlias

from woodpecker_mock import MUTANTS
from woodpecker_mock.mutants.catalog import named

from .mutation_report import Result, headline, row, survivors, totals
from .running import KINDS, OWN_CHECKS, Run, run

End: TypeAlias = Literal["probes", "links", "spec"]
"""Where a run ends at the latest: after the probes, before the stateful runs, or with the whole spec."""

WORKERS = 2
ENOUGH = 0.95

EQUIVALENT: dict[str, str] = {}
"""Mutants that no request can detect, each with the reason. They do not count."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    names = given.names or [one.name for one in MUTANTS.values() if one.kind != "drift"]
    started = monotonic()
    # Not forked: what schemathesis remembers of one run is not to be inherited by the next.
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        void = [text for texts in workers.map(baseline, KINDS) for text in texts]
        if void:
            print("nothing is measured: there are findings without any mutant", *void, sep="\n\n")
            return 2
        print(headline())
        results: list[Result] = []
        for result in workers.map(partial(measure, compare=given.compare), names):
            results.append(result)
            print(row(result), flush=True)
    counted = [one for one in results if one.name not in EQUIVALENT]
    print("", *totals(counted, given.compare), *survivors(results, EQUIVALENT), sep="\n")
    killed = sum(one.killed for one in counted)
    print(f"\n{killed} of {len(counted)} mutants killed, {killed / len(counted):.1%}, in {monotonic() - started:.0f} s")
    return 0 if killed >= ENOUGH * len(counted) else 1


def baseline(kind: str) -> list[str]:
    """The findings in a mock without any mutant."""
    return [f"{kind} {one.check} {one.where}: {one.text}" for one in run(kind, "in process").findings]


def measure(name: str, compare: bool) -> Result:
    """Which checks kill this mutant. What takes longer is for those that survive without it."""
    started = monotonic()
    checks: set[str] = set()
    for until in _ends(compare, MUTANTS[name].kind):
        for kind in KINDS:
            if not checks & OWN_CHECKS:
                checks |= _checks(run(kind, "in process", [name], partial(_enough, compare=compare, until=until)))
    return Result(name, MUTANTS[name].kind, checks & OWN_CHECKS, checks - OWN_CHECKS, monotonic() - started)


def _ends(compare: bool, kind: str) -> tuple[End, ...]:
    """How far the runs go, in the order to try: schemathesis' checks are only known after the probes."""
    if not compare:
        return ("probes", "links", "spec")
    return ("spec",) if kind == "state" else ("links", "spec")


def _enough(so_far: Run, compare: bool, until: End) -> bool:
    checks = _checks(so_far)
    ours = checks & OWN_CHECKS
    done = bool(ours and checks - ours) if compare else bool(checks)
    # A link is followed by stateful runs only.
    return done or {"probes": so_far.probed, "links": bool(so_far.links), "spec": False}[until]


def _checks(so_far: Run) -> set[str]:
    return {one.check for one in so_far.findings}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m tests.fuzz.mutation_score", description="Measure which mutants the fuzzing kills."
    )
    parser.add_argument(
        "names", nargs="*", metavar="name", type=_mutant, help="mutants of the mock; all but drift if left out"
    )
    parser.add_argument("--compare", action="store_true", help="show what schemathesis' checks find without ours")
    return parser


def _mutant(name: str) -> str:
    try:
        return named(name).name
    except ValueError as unknown:
        raise argparse.ArgumentTypeError(str(unknown)) from None


if __name__ == "__main__":
    sys.exit(main())
