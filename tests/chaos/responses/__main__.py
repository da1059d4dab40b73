"""Give 10,000 drawn responses to each of ten operations in both forms of the client, and look what comes out.

What must come out is a result or a WoodpeckerError, whole, printable, and of the company that was asked for. The same
seed draws the same responses.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import monotonic

from .operations import OPERATIONS
from .run import FORMS, Summary, run, shown


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("python -m tests.chaos.responses", description=__doc__)
    parser.add_argument("--responses", type=int, default=10_000, help="for each operation (default: %(default)s)")
    parser.add_argument("--seed", default="woodpecker", help="any text (default: %(default)s)")
    parser.add_argument("--show", nargs=2, metavar=("OPERATION", "NUMBER"), help="one response and what becomes of it")
    given = parser.parse_args(words)
    if given.show:
        print(shown(given.seed, given.show[0], int(given.show[1])))
        return 0
    calls = given.responses * len(OPERATIONS)
    print(f"{given.responses:,} responses to each of {len(OPERATIONS)} operations in both forms, ", end="")
    print(f"{calls * len(FORMS):,} calls, seed {given.seed!r}", flush=True)
    started = monotonic()
    with ProcessPoolExecutor(len(FORMS), get_context("spawn")) as processes:
        waited_for = [processes.submit(run, form, given.seed, range(given.responses)) for form in FORMS]
        summaries = [one.result() for one in waited_for]
    print(f"in {monotonic() - started:.0f} s")
    return 1 if report(summaries, calls, given.seed) else 0


def report(summaries: list[Summary], calls: int, seed: str) -> list[str]:
    """Print what came of it; what is wrong with that."""
    print(f"\n{'':<24}" + "".join(f"{summary.form:>12}" for summary in summaries))
    rows = [("calls", [summary.calls for summary in summaries])]
    for outcome in sorted(
        {name for summary in summaries for name in summary.outcomes}, key=lambda name: (name != "result", name)
    ):
        rows.append((f"  {outcome}", [summary.outcomes[outcome] for summary in summaries]))
    rows.append(("foreign exceptions", [summary.foreign for summary in summaries]))
    rows.append(("wrong responses", [summary.wrong for summary in summaries]))
    for name, figures in rows:
        print(f"{name:<24}" + "".join(f"{figure:>12,}" for figure in figures))
    failures = [f"{failure} (--seed {seed} --show)" for summary in summaries for failure in summary.failures]
    failures += [
        f"{summary.form}: {summary.calls} calls instead of {calls}" for summary in summaries if summary.calls != calls
    ]
    for failure in failures:
        print(f"chaos failed: {failure}")
    return failures


if __name__ == "__main__":
    sys.exit(main())
