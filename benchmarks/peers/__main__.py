"""One client in a process of its own: `python -m benchmarks.peers MODULE FORM` makes calls when it is told to.

The first line of standard input is a JSON object (the fields of `Given`), each other line one of `CALLS` and how often
to make it. Each is answered by a line: the CPU and the wall time of one call in microseconds, as a JSON list.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from importlib import import_module
from time import perf_counter, process_time
from typing import Any

from . import Blocking, Given, InAsyncio, expected, seen


def tasks() -> Iterator[tuple[str, int]]:
    for line in sys.stdin:
        call, times = json.loads(line)
        yield call, times


def answer(used: float, passed: float, times: int) -> None:
    print(json.dumps([used / times * 1e6, passed / times * 1e6]), flush=True)


def check(given: Given, call: str, result: object) -> None:
    """Also opens the connection again, if the server has closed it meanwhile.

    Raises:
        SystemExit: the client did not get what the others get.
    """
    if (found := seen(call, result)) != expected(call, given.company):
        raise SystemExit(f"{call}: {found} instead of {expected(call, given.company)}")


def measure_blocking(given: Given, client: AbstractContextManager[Blocking]) -> None:
    with client as calls:
        for call, times in tasks():
            function = calls[call]
            check(given, call, function())
            used, began = process_time(), perf_counter()
            for _ in range(times):
                function()
            answer(process_time() - used, perf_counter() - began, times)


async def measure_in_asyncio(given: Given, client: AbstractAsyncContextManager[InAsyncio]) -> None:
    async with client as calls:
        for call, times in tasks():
            function = calls[call]
            check(given, call, await function())
            used, began = process_time(), perf_counter()
            for _ in range(times):
                await function()
            answer(process_time() - used, perf_counter() - began, times)


def main() -> None:
    name, form = sys.argv[1:]
    module: Any = import_module(f".{name}", __package__)
    given = Given(**json.loads(sys.stdin.readline()))
    if form == "blocking":
        measure_blocking(given, module.blocking(given))
    else:
        asyncio.run(measure_in_asyncio(given, module.in_asyncio(given)))


if __name__ == "__main__":
    main()
