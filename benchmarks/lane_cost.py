"""CPU time of a lane without contention and of a bare httpx call.

`python -m benchmarks.lane_cost` prints both as JSON, in microseconds for each round.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from statistics import median
from time import process_time

import httpx
from woodpecker_auth import Deadline, LaneKey, LocalLanes

from .figures import Figure, at_most, ratios
from .programs import module_output
from .servers import serving

ROUNDS, ACQUISITIONS, CALLS = 7, 20_000, 400


def lane() -> float:
    """What a request does: create a deadline and a lane key, acquire a slot, release it."""
    lanes = LocalLanes()
    began = process_time()
    for number in range(ACQUISITIONS):
        lanes.acquire(LaneKey("https://api.example:443", "company", number % 500 + 1), Deadline(60)).release()
    return (process_time() - began) / ACQUISITIONS * 1e6


def call(http: httpx.Client, url: str, headers: dict[str, str]) -> float:
    began = process_time()
    for _ in range(CALLS):
        http.get(url, headers=headers).json()
    return (process_time() - began) / CALLS * 1e6


def lane_share() -> Iterator[Figure]:
    """Both, measured in a process of their own."""
    with serving(50, 0.0) as server:
        headers = {"x-api-key": server.key, "x-company-id": str(server.companies[0])}
        cost = module_output("lane_cost", {"base_url": server.base_url, "headers": headers})
    share = [100 * one for one in ratios(cost["lane"], cost["call"])]
    text = f"{median(cost['lane']):.1f} of {median(cost['call']):.0f} µs"
    yield at_most("a lane without contention, of the CPU of a bare httpx call", 5, share, text, digits=1, unit=" %")


def main() -> None:
    given = json.load(sys.stdin)
    lanes, calls = list[float](), list[float]()
    with httpx.Client(trust_env=False) as http:
        for _ in range(ROUNDS):
            lanes.append(lane())
            calls.append(call(http, f"{given['base_url']}/v1/me", given["headers"]))
    print(json.dumps({"lane": lanes, "call": calls}))


if __name__ == "__main__":
    main()
