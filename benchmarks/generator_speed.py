"""Seconds of `nox -s drift`'s command and of bare openapi-python-client on the same spec, formatting included.

`drift` checks the spec, renders the client with this project's templates, formats it, makes spec/dist and compares all
of it with what is committed. openapi-python-client renders and formats its own client. Both have run once before.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

from .figures import Figure, at_most, ratios
from .peers.generated import script
from .programs import output

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


def generator_speed() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        bare = [script("openapi-python-client"), "generate", "--path", str(ROOT / "spec" / "openapi.yaml")]
        bare += ["--output-path", str(Path(folder, "client")), "--overwrite"]
        ours = [sys.executable, "-m", "generator", "drift"]
        for command in (ours, bare):
            _run(command)
        rounds = [(_run(ours), _run(bare)) for _ in range(ROUNDS)]
    seconds, bare_seconds = ([one[side][0] for one in rounds] for side in (0, 1))
    cpu, bare_cpu = ([one[side][1] for one in rounds] for side in (0, 1))
    what = "generator: drift, by bare openapi-python-client generate"
    more = f"{median(seconds):.2f} and {median(bare_seconds):.2f} s"
    yield at_most(f"{what}, time", 1.0, ratios(seconds, bare_seconds), more)
    yield at_most(f"{what}, CPU", 1.0, ratios(cpu, bare_cpu), f"{median(cpu):.2f} and {median(bare_cpu):.2f} s")


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds of time and of CPU, the formatter's included."""
    before, began = getrusage(RUSAGE_CHILDREN), perf_counter()
    output(command, folder=ROOT)
    seconds, after = perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
