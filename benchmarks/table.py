"""The report: what has a goal, the calls of every client, and what is for information."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

from .all_companies import LATENCY
from .figures import Figure, ratios, spread
from .peers import CALLS, PEERS
from .typed_calls import Costs

KEPT = {None: "", True: "yes", False: "**no**"}


def report(figures: list[Figure], costs: Costs, prism: str) -> str:
    """The text of results.md; `prism` is its version."""
    goals = [one for one in figures if one.kept is not None]
    kept = sum(bool(one.kept) for one in goals)
    lines = [
        "# Benchmark results",
        "",
        *_measured(prism),
        "",
        "![CPU of one blocking call by each client](results.svg)",
        "",
        f"## Goals: {kept} of {len(goals)} kept",
        "",
        "| what | measured | goal | kept |",
        "| --- | --- | --- | --- |",
        *(f"| {one.what} | {one.measured} | {one.goal} | {KEPT[one.kept]} |" for one in goals),
        "",
        "## One call by each client",
        "",
        *_calls(costs),
        "## For information",
        "",
        "| what | measured |",
        "| --- | --- |",
        *(f"| {one.what} | {one.measured} |" for one in figures if one.kept is None),
    ]
    return "\n".join([*lines, ""])


def _measured(prism: str) -> Iterator[str]:
    """When, on what and with which versions."""
    names = dict.fromkeys(name for peer in PEERS for name in peer.packages)
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    yield (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with `nox -s bench` on {machine}; {versions}, Prism {prism}. Each "
        "figure is the median of its rounds, with the first and the third quartile behind it. The mock has its limits "
        f"on; where a number of companies is stated, it takes {1000 * LATENCY:.0f} ms a request. "
        "[How it is measured](README.md)."
    )


def _calls(costs: Costs) -> Iterator[str]:
    yield (
        "Bare httpx with `response.json()` = 1.00, in brackets the quartiles; then the time of one call. Only some of "
        "the clients return typed results; the user of the others reads dicts."
    )
    yield ""
    for form, of_form in costs.items():
        for clock, title in (("cpu", "CPU"), ("wall", "Wall time")):
            yield f"| {title}, {form} | results | {' | '.join(CALLS)} |"
            yield f"| --- | --- |{' --- |' * len(CALLS)}"
            for peer in PEERS:
                if form in peer.forms:
                    cells = (_cell(of_form[call][peer.name][clock], of_form[call]["httpx"][clock]) for call in CALLS)
                    yield f"| {peer.name} | {peer.results} | {' | '.join(cells)} |"
            yield ""


def _cell(samples: Iterable[float], bare: Iterable[float]) -> str:
    of_bare = ratios([*samples], [*bare])
    low, high = spread(of_bare)
    return f"{median(of_bare):.2f} ({low:.2f} to {high:.2f}), {median(samples):,.0f} µs"
