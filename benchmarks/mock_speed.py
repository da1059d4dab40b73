"""Requests a second of the mock and of Prism: `GET /v2/mailboxes` over 32 connections, with the same load.

Both validate requests and responses against the same document; the mock also applies policy, limits and state. Each
connection asks for a company of its own, because one request of a company runs at a time.
"""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .figures import Figure, at_least, ratios
from .mock_programs import NODE, free_port, mock_command, node_folder, prism_command, running
from .programs import output

ROUNDS, SECONDS, CONNECTIONS = 3, 2, 32


def mock_speed() -> Iterator[Figure]:
    mock_port, prism_port = free_port(), free_port()
    mock, prism = f"http://127.0.0.1:{mock_port}", f"http://127.0.0.1:{prism_port}"
    ours, theirs = _Loads(f"{mock}/rest/v2/mailboxes"), _Loads(f"{prism}/v2/mailboxes")
    # Every second company has one mailbox, which is two entries; so has Prism's example.
    command = mock_command(mock_port, 2 * CONNECTIONS)
    with running(command, f"{mock}/_mock/state") as (mock_process, _):
        with running(prism_command(prism_port), f"{prism}/v1/me", {"x-api-key": "key"}) as (prism_process, _):
            headers = _headers(mock)
            for _ in range(ROUNDS):
                theirs.add(prism_process, headers)
                ours.add(mock_process, headers)
    more = f"{median(ours.per_second):,.0f} and {median(theirs.per_second):,.0f} requests/s"
    yield at_least(
        f"mock, {CONNECTIONS} connections: requests/s by Prism's",
        6,
        ratios(ours.per_second, theirs.per_second),
        more,
        raw={"mock, 1/s": ours.per_second, "Prism, 1/s": theirs.per_second},
    )
    less = ratios(theirs.cpu, ours.cpu)
    yield Figure(
        f"mock, {CONNECTIONS} connections: CPU of a request",
        f"{median(ours.cpu):.0f} µs; Prism {median(theirs.cpu):.0f} µs, {median(less):.1f} times as much",
        samples={"mock, µs": ours.cpu, "Prism, µs": theirs.cpu},
    )
    yield Figure(
        "mock under load: responses that are not 200", str(ours.failed), "0", ours.failed == 0 and theirs.failed == 0
    )


class _Loads:
    """What one server did under load, round by round."""

    def __init__(self, url: str) -> None:
        self.url, self.failed = url, 0
        self.per_second, self.cpu = list[float](), list[float]()

    def add(self, process: int, headers: list[dict[str, str]]) -> None:
        before = _cpu(process)
        command = [NODE, str(Path(__file__).parent / "node" / "load.cjs")]
        given = json.dumps({"url": self.url, "seconds": SECONDS, "headers": headers})
        result = json.loads(output(command, given, environment={"NODE_PATH": str(node_folder() / "node_modules")}))
        self.per_second.append(result["perSecond"])
        self.cpu.append((_cpu(process) - before) / result["ok"] * 1e6)
        self.failed += result["failed"]


def _headers(mock: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(f"{mock}/_mock/state") as response:
        agency = json.load(response)["agencies"][0]
    companies = agency["companies"][::2]
    return [{"x-api-key": agency["hq_key"], "x-company-id": str(company["id"])} for company in companies]


def _cpu(process: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
