"""Measures, compares with the bounds, and writes benchmarks/results.md and results.json: `nox -s bench`.

The bounds are on ratios, not on seconds: both sides run alternately in the same session, and the result is the median.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from woodpecker_auth.network import DEFAULT_CONNECTIONS

from .servers import Server, serving

HERE = Path(__file__).parent
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
LATENCY = 0.05


@dataclass(frozen=True)
class Figure:
    """One line of the report."""

    what: str
    measured: str
    bound: str = ""
    kept: bool | None = None


def program(name: str, given: dict[str, Any]) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"], input=json.dumps(given), capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def fan_out(server: Server, peers: Iterable[str], **more: Any) -> dict[str, list[dict[str, float]]]:
    """The measurements of each peer, round by round; the peers run alternately."""
    needed: dict[str, list[dict[str, float]]] = {peer: [] for peer in peers}
    for _ in range(ROUNDS):
        for peer, rounds in needed.items():
            given = {"peer": peer, "base_url": server.base_url, "key": server.key, "ca_file": server.ca_file, **more}
            rounds.append(program("fan_out", given))
    return needed


def middle(rounds: list[dict[str, float]], key: str) -> float:
    return median(one[key] for one in rounds)


def ratio(needed: dict[str, list[dict[str, float]]], ours: str, theirs: str, key: str = "seconds") -> float:
    """The median of the ratios of each round: what slows the machine down for a while slows both sides."""
    return median(a[key] / b[key] for a, b in zip(needed[ours], needed[theirs], strict=True))


def all_companies(many: int, tls: Path | None = None) -> Iterable[Figure]:
    where = f"{many:,} companies{' over TLS' if tls else ''}"
    with serving(many, LATENCY, tls) as server:
        needed = fan_out(server, ["aiohttp", "asyncio", "threads"])
        rejected = server.rejected()
        known = fan_out(server, ["aiohttp", "asyncio"], companies=server.companies, connections=DEFAULT_CONNECTIONS)
    right = min(one["right"] for peer in ("asyncio", "threads") for one in needed.get(peer, []))
    yield Figure(f"{where}: correct responses", f"{right:,.0f} of {many:,}", "all", right == many)
    yield Figure(f"{where}: 429 seen", str(rejected), "0", rejected == 0)
    seconds = ", ".join(f"{peer} {middle(rounds, 'seconds'):.2f} s" for peer, rounds in needed.items())
    times = ratio(needed, "asyncio", "aiohttp")
    yield Figure(f"{where}: time of asyncio / aiohttp", f"{times:.2f} ({seconds})", "at most 1.5", times <= 1.5)
    times = ratio(needed, "threads", "asyncio")
    yield Figure(f"{where}: time of threads / asyncio", f"{times:.2f}", "at most 2", times <= 2)
    times = ratio(needed, "threads", "aiohttp")
    yield Figure(f"{where}: time of threads / aiohttp", f"{times:.2f}", "at most 1.5", times <= 1.5)
    grown = max(one["grown"] for one in needed["asyncio"])
    yield Figure(f"{where}: memory grown by", f"{grown:.0f} MB", "below 100 MB", grown < 100)
    cpu = ", ".join(f"{peer} {1000 * middle(rounds, 'cpu') / many:.2f} ms" for peer, rounds in needed.items())
    yield Figure(f"{where}: CPU per company", cpu)
    seconds = ", ".join(f"{peer} {middle(rounds, 'seconds'):.2f} s" for peer, rounds in known.items())
    times = ratio(known, "asyncio", "aiohttp")
    text = f"{times:.2f} ({seconds}; {DEFAULT_CONNECTIONS} connections each)"
    yield Figure(f"{where}: time of asyncio / aiohttp, companies known before", text, "at most 1.5", times <= 1.5)


def flat() -> Iterable[Figure]:
    """The same number of requests, ten at a time, over few and over many accounts."""
    requests, cost = 5000, dict[int, list[float]]()
    with serving(5000, 0.005) as server:
        for _ in range(ROUNDS + 2):
            for many in (10, 100, 1000, 5000):
                given = {"peer": "asyncio", "base_url": server.base_url, "key": server.key}
                given |= {"companies": server.companies[:many], "calls": requests // many, "at_once": 10}
                cost.setdefault(many, []).append(1000 * program("fan_out", given)["cpu"] / requests)
    costs = {many: median(rounds) for many, rounds in cost.items()}
    spread = max(costs.values()) / min(costs.values()) - 1
    text = ", ".join(f"{many:,}: {milliseconds:.2f} ms" for many, milliseconds in costs.items())
    yield Figure(
        "CPU per request by number of accounts, ten at a time",
        f"{spread:.0%} apart ({text})",
        "at most 20 %",
        spread <= 0.2,
    )


def under_httpx() -> Iterable[Figure]:
    """Why httpcore's own pool is not used: 500 companies, all at once."""
    with serving(500, LATENCY) as server:
        needed = fan_out(server, ["httpx", "asyncio"], companies=server.companies)
    yield Figure(
        "500 companies known before: stock httpx / asyncio",
        f"{ratio(needed, 'httpx', 'asyncio'):.1f} in time, {ratio(needed, 'httpx', 'asyncio', 'cpu'):.1f} in CPU",
    )


def lane() -> Iterable[Figure]:
    with serving(50, 0.0) as server:
        headers = {"x-api-key": server.key, "x-company-id": str(server.companies[0])}
        cost = program("lane_cost", {"base_url": server.base_url, "headers": headers})
    share = cost["lane"] / cost["call"]
    text = f"{share:.1%} ({cost['lane']:.1f} of {cost['call']:.0f} µs)"
    yield Figure("a lane without contention, of the CPU of a bare httpx call", text, "at most 5 %", share <= 0.05)


def typed_calls() -> Iterable[Figure]:
    with serving(50, 0.0) as server:
        given = {"base_url": server.base_url, "key": server.key, "company": server.companies[0]}
        costs = program("typed_calls", given)
    for form, calls in costs.items():
        for name, cost in calls.items():
            text = f"{cost['ratio']:.2f} ({cost['typed']:.0f} and {cost['bare']:.0f} µs)"
            yield Figure(f"CPU of a typed call, {form}: {name}, by bare httpx with json()", text)


def report(figures: list[Figure]) -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    versions = ", ".join(f"{name} {version(name)}" for name in ("httpx", "httpcore", "aiohttp"))
    lines = [
        "# Figures",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with `nox -s bench` on {machine}; {versions}; medians of {ROUNDS} "
        f"rounds. The mock has its limits on and takes {1000 * LATENCY:.0f} ms a request, unless stated otherwise.",
        "",
        "| what | measured | bound | kept |",
        "| --- | --- | --- | --- |",
    ]
    kept = {None: "", True: "yes", False: "**no**"}
    return "\n".join(
        lines + [f"| {one.what} | {one.measured} | {one.bound} | {kept[one.kept]} |" for one in figures] + [""]
    )


def main() -> int:
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for some in (lane(), typed_calls(), all_companies(500), all_companies(500, Path(folder)), all_companies(5000),
                     all_companies(5000, Path(folder)), flat(), under_httpx()):  # fmt: skip
            for figure in some:
                print(f"{figure.what}: {figure.measured}" + (f"  [{figure.bound}]" if figure.bound else ""), flush=True)
                figures.append(figure)
    (HERE / "results.json").write_text(json.dumps([asdict(one) for one in figures], indent=2) + "\n")
    (HERE / "results.md").write_text(report(figures))
    return 0 if all(one.kept is not False for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
