"""One request for each client company: this client in asyncio and in threads, aiohttp, and stock httpx."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from woodpecker_auth.network import DEFAULT_CONNECTIONS

from .figures import Figure, at_most, ratios, with_spread
from .programs import module_output
from .servers import Server, serving

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
FEWER_ROUNDS = ROUNDS // 2 + 1
LATENCY = 0.05

#: By client, and by what `benchmarks.fan_out` prints: one number of each round.
Needed = dict[str, dict[str, list[float]]]


def fan_out(server: Server, peers: Iterable[str], rounds: int = ROUNDS, **more: Any) -> Needed:
    """The measurements of each client; the clients run alternately."""
    needed: Needed = {peer: {} for peer in peers}
    for _ in range(rounds):
        for peer, measured in needed.items():
            given = {"peer": peer, "base_url": server.base_url, "key": server.key, "ca_file": server.ca_file, **more}
            for name, value in module_output("fan_out", given).items():
                measured.setdefault(name, []).append(value)
    return needed


def all_companies(many: int, tls: Path | None = None) -> Iterator[Figure]:
    where = f"{many:,} companies{' over TLS' if tls else ''}"
    with serving(many, LATENCY, tls) as server:
        # The pages of a long listing take most of the time, and the same time with each client.
        needed = fan_out(server, ["aiohttp", "asyncio", "threads"], ROUNDS if many < 1000 else FEWER_ROUNDS)
        rejected = server.rejected()
        known = fan_out(server, ["aiohttp", "asyncio"], companies=server.companies, connections=DEFAULT_CONNECTIONS)
    yield from _known_before(where, many, known)
    yield from _complete(where, many, needed, rejected)
    more = ", ".join(f"{peer} {median(rounds['seconds']):.2f} s" for peer, rounds in needed.items())
    for ours, theirs, goal in (("asyncio", "aiohttp", 1.5), ("threads", "asyncio", 2), ("threads", "aiohttp", 1.5)):
        samples = ratios(needed[ours]["seconds"], needed[theirs]["seconds"])
        yield at_most(f"{where}: time of {ours} / {theirs}", goal, samples, more)
    milliseconds = {peer: [1000 * one / many for one in rounds["cpu"]] for peer, rounds in needed.items()}
    cpu = ", ".join(f"{peer} {median(rounds):.2f} ms" for peer, rounds in milliseconds.items())
    yield Figure(f"{where}: CPU per company, with the listing", cpu, samples=milliseconds)


def _known_before(where: str, many: int, known: Needed) -> Iterator[Figure]:
    """Without the listing, whose pages every client has to fetch one after the other: the strictest comparison."""
    ours, theirs = known["asyncio"], known["aiohttp"]
    for name, goal, scale, unit in (("seconds", 1.3, 1, "s"), ("cpu", 2, 1000 / many, "ms")):
        what = {"seconds": "time", "cpu": "CPU per company"}[name]
        more = f"asyncio {scale * median(ours[name]):.2f} {unit}, aiohttp {scale * median(theirs[name]):.2f} {unit}; "
        yield at_most(
            f"{where} known before: {what} of asyncio / aiohttp",
            goal,
            ratios(ours[name], theirs[name]),
            more + f"{DEFAULT_CONNECTIONS} connections each",
            raw={f"asyncio, {name}": ours[name], f"aiohttp, {name}": theirs[name]},
        )


def _complete(where: str, many: int, needed: Needed, rejected: int) -> Iterator[Figure]:
    right = min(one for peer in ("asyncio", "threads") for one in needed[peer]["right"])
    yield Figure(f"{where}: correct responses", f"{right:,.0f} of {many:,}", "all", right == many)
    yield Figure(f"{where}: 429 seen", str(rejected), "0", rejected == 0)
    grown = max(needed["asyncio"]["grown"])
    yield Figure(f"{where}: memory grown by", f"{grown:.0f} MB", "below 100 MB", grown < 100)


def by_number_of_accounts() -> Iterator[Figure]:
    """The same number of requests, ten at a time, over few and over many accounts."""
    requests, cost = 2000, dict[int, list[float]]()
    with serving(2000, 0.005) as server:
        for _ in range(ROUNDS):
            for many in (10, 100, 1000, 2000):
                given: dict[str, Any] = {"peer": "asyncio", "base_url": server.base_url, "key": server.key}
                given |= {"companies": server.companies[:many], "calls": requests // many, "at_once": 10}
                cost.setdefault(many, []).append(1000 * module_output("fan_out", given)["cpu"] / requests)
    costs = {many: median(rounds) for many, rounds in cost.items()}
    apart = max(costs.values()) / min(costs.values()) - 1
    text = ", ".join(f"{many:,}: {milliseconds:.2f} ms" for many, milliseconds in costs.items())
    yield Figure(
        "CPU per request by number of accounts, ten at a time",
        f"{apart:.0%} apart ({text})",
        "at most 20 %",
        apart <= 0.2,
        {f"{many} accounts, ms": rounds for many, rounds in cost.items()},
    )


def by_stock_httpx() -> Iterator[Figure]:
    """Why httpcore's own pool is not used: 500 companies, all at once."""
    with serving(500, LATENCY) as server:
        needed = fan_out(server, ["httpx", "asyncio"], FEWER_ROUNDS, companies=server.companies)
    stock, ours = needed["httpx"], needed["asyncio"]
    time, cpu = ratios(stock["seconds"], ours["seconds"]), ratios(stock["cpu"], ours["cpu"])
    yield Figure(
        "500 companies known before: stock httpx / asyncio",
        f"{with_spread(time, 1)} in time, {with_spread(cpu, 1)} in CPU",
        samples={"time": time, "cpu": cpu},
    )
