"""CPU time of a lane without contention and of a bare httpx call: prints both in microseconds as JSON."""

from __future__ import annotations

import json
import sys
from statistics import median
from time import process_time

import httpx
from woodpecker_auth import Deadline, LaneKey, LocalLanes

ROUNDS, ACQUISITIONS, CALLS = 7, 20_000, 400


def lane() -> float:
    """What a request does: create a deadline and a lane key, acquire a slot, release it."""
    lanes = LocalLanes()
    began = process_time()
    for number in range(ACQUISITIONS):
        lanes.acquire(LaneKey("https://api.example:443", "company", number % 500 + 1), Deadline(60)).release()
    return (process_time() - began) / ACQUISITIONS


def call(http: httpx.Client, url: str, headers: dict[str, str]) -> float:
    began = process_time()
    for _ in range(CALLS):
        http.get(url, headers=headers).json()
    return (process_time() - began) / CALLS


def main() -> None:
    given = json.load(sys.stdin)
    lanes, calls = list[float](), list[float]()
    with httpx.Client(trust_env=False) as http:
        for _ in range(ROUNDS):
            lanes.append(lane())
            calls.append(call(http, f"{given['base_url']}/v1/me", given["headers"]))
    print(json.dumps({"lane": median(lanes) * 1e6, "call": median(calls) * 1e6}))


if __name__ == "__main__":
    main()
