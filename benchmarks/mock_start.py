"""Seconds from the start of a mock to its first response.

A test suite sees the embedded start: its fixtures make a `MockServer` in the process of the tests, once. That includes
the import of the mock, in a process that has imported the client. The command is what people and other languages start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .figures import Figure, at_most, with_spread
from .mock_programs import free_port, mock_command, prism_command, running
from .programs import output

ROUNDS = 7
EMBEDDED = """
import woodpecker_client
from time import perf_counter
from urllib.request import Request, urlopen
began = perf_counter()
from woodpecker_mock import MockServer
with MockServer() as mock:
    urlopen(Request(mock.base_url + "/v1/me", headers={"x-api-key": mock.hq_key})).read()
    first = perf_counter()
with MockServer() as mock:
    urlopen(Request(mock.base_url + "/v1/me", headers={"x-api-key": mock.hq_key})).read()
    print(first - began, perf_counter() - first)
"""


def mock_start() -> Iterator[Figure]:
    embedded, again, command, prism = list[float](), list[float](), list[float](), list[float]()
    for _ in range(ROUNDS):
        for times, text in zip((embedded, again), output([sys.executable, "-c", EMBEDDED]).split(), strict=True):
            times.append(float(text))
        port = free_port()
        with running(mock_command(port), f"http://127.0.0.1:{port}/_mock/state") as (_, seconds):
            command.append(seconds)
        port = free_port()
        with running(prism_command(port), f"http://127.0.0.1:{port}/v1/me", {"x-api-key": "key"}) as (_, seconds):
            prism.append(seconds)
    yield at_most(
        "mock: seconds to the first response, embedded as in a test suite",
        0.4,
        embedded,
        f"a second one in the same process: {with_spread(again)}",
        unit=" s",
        raw={"a second one, s": again},
    )
    yield Figure("mock: the same as a command", with_spread(command, unit=" s"), samples={"s": command})
    yield Figure("Prism: the same as a command", with_spread(prism, unit=" s"), samples={"s": prism})
