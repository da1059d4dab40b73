"""Build the examples in other languages, run the vectors with them, and let them work on the mock.

Then build or load the clients that stock generators make, and make calls with them.

nox -s interop                every language and generator that is installed
nox -s interop -- rust go     these languages
nox -s interop -- generators  the generators alone

Where WOODPECKER_REQUIRE_ALL is set, one that is not installed is a failure.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from time import monotonic

from woodpecker_client import Agency
from woodpecker_mock import MockServer, World, big_world

from examples.demo import walk

from .generators import run_generators
from .languages import LANGUAGES, Command, Language

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
CONFORMANCE = ROOT / "spec" / "conformance"

UNUSUAL = ("second-page-comes-empty", "number-of-pages-is-zero")
LOSING = ("page-number-is-ignored", "last-page-is-empty")


class Failed(Exception):
    """A step of a language that did not end well, and what it printed."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.interop", description=__doc__)
    known = [*(language.name for language in LANGUAGES), "generators"]
    parser.add_argument("languages", nargs="*", metavar="language", help=f"of {', '.join(known)}; all if left out")
    given = parser.parse_args()
    require_all = "WOODPECKER_REQUIRE_ALL" in os.environ
    if unknown := set(given.languages) - set(known):
        parser.error(f"{', '.join(sorted(unknown))}: no such language")
    chosen = [language for language in LANGUAGES if not given.languages or language.name in given.languages]
    failures: list[str] = []
    with MockServer() as mock:
        expected = totals(mock)
        print(f"python: {expected}")
        for language in chosen:
            missing = [program for program in language.needs if shutil.which(program) is None]
            if missing:
                print(f"{language.name}: not run, because {', '.join(missing)} is not installed")
                failures += [language.name] if require_all else []
                continue
            try:
                attempt(language, mock, expected)
            except Failed as failure:
                print(failure, file=sys.stderr)
                failures.append(language.name)
        if not given.languages or "generators" in given.languages:
            failures += [f"generated {name}" for name in run_generators(mock, require_all)]
    if failures:
        print(f"failed: {', '.join(failures)}", file=sys.stderr)
    return 1 if failures else 0


def totals(mock: MockServer) -> str:
    """The line in which examples/demo.py sums up what it walked through."""
    output = StringIO()
    with Agency(mock.hq_key, base_url=mock.base_url) as agency, redirect_stdout(output):
        walk(agency)
    return output.getvalue().splitlines()[-1]


def attempt(language: Language, mock: MockServer, expected: str) -> None:
    """Build, run the vectors, do the work.

    Raises:
        Failed: one of them went wrong, or the totals differ.
    """
    began = monotonic()
    for command in language.build:
        run(language, command)
    built = monotonic() - began
    for line in run(language, (*language.vectors, str(CONFORMANCE))).splitlines():
        print(f"{language.name}: {line}")
    last = run(language, language.agency, mock).strip().splitlines()[-1:]
    if last != [expected]:
        raise Failed(f"{language.name}: the agency's work ended with {last}, not with {expected!r}")
    print(f"{language.name}: {expected} (built in {built:.0f} s)")
    listings(language)


def listings(language: Language) -> None:
    """Let the agency's work read all companies of mocks that page unusually, and fail on mocks that lose some.

    Raises:
        Failed: it missed companies, or did not notice.
    """
    with MockServer(world=_three_pages(), mutants=UNUSUAL) as mock:
        expected = totals(mock)
        if (last := run(language, language.agency, mock).strip().splitlines()[-1:]) != [expected]:
            raise Failed(f"{language.name}: unusual pages ended with {last}, not with {expected!r}")
    for mutant in LOSING:
        with MockServer(world=_three_pages(), mutants=[mutant]) as mock:
            try:
                last = run(language, language.agency, mock).splitlines()[-1:]
            except Failed as failure:
                if "listing" not in str(failure):
                    raise
            else:
                raise Failed(f"{language.name}: {mutant} was not noticed: {last}")
    print(f"{language.name}: unusual pages read, pages that lose companies noticed")


def _three_pages() -> World:
    world = big_world(120)
    next(iter(world.agencies[0].companies.values())).active = False
    return world


def run(language: Language, command: Command, mock: MockServer | None = None) -> str:
    """What a command printed, run in the folder of the language's example."""
    environment = dict(os.environ)
    if mock is not None:
        environment["WOODPECKER_BASE_URL"] = mock.base_url
        environment["WOODPECKER_API_KEY"] = mock.hq_key
    done = subprocess.run(command, cwd=EXAMPLES / language.name, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{language.name}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
