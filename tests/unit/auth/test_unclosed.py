"""Responses and clients that are never closed release their slots and connections, without any output."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from time import monotonic, sleep

import httpx
import pytest
from woodpecker_auth import (
    AsyncNetworkTransport,
    AsyncPolicyTransport,
    CompanyScope,
    HQKey,
    NetworkTransport,
    PolicyTransport,
)

from .raw_server import RawServer, response

SCOPE = CompanyScope(502)


@pytest.fixture
def server() -> Iterator[RawServer]:
    running = RawServer(lambda head: [response(b"ok" * 100_000)])
    yield running
    running.close()


def until(condition: Callable[[], bool]) -> None:
    ends = monotonic() + 10
    while not condition():
        assert monotonic() < ends, "it did not happen"
        sleep(0.001)


@pytest.mark.parametrize("read", ["nothing", "a piece", "all"])
def test_a_response_that_is_garbage_collected(server, read):
    transport = PolicyTransport(
        HQKey("k"), NetworkTransport(connections=1), base_url=server.url, scope=SCOPE, deadline=5
    )
    for _ in range(3):
        received = transport.handle_request(httpx.Request("GET", f"{server.url}/v1/me"))
        chunks = iter(received.stream)
        if read != "nothing":
            next(chunks)
        if read == "all":
            list(chunks)
        del received, chunks
        gc.collect()
    until(lambda: server.open == 0)
    transport.close()


@pytest.mark.parametrize("read", ["nothing", "a piece", "all"])
def test_a_response_that_is_garbage_collected_in_an_event_loop(server, read):
    async def main() -> None:
        network = AsyncNetworkTransport(connections=1)
        transport = AsyncPolicyTransport(HQKey("k"), network, base_url=server.url, scope=SCOPE, deadline=5)
        for _ in range(3):
            received = await transport.handle_async_request(httpx.Request("GET", f"{server.url}/v1/me"))
            chunks = aiter(received.stream)
            if read != "nothing":
                await anext(chunks)
            if read == "all":
                [chunk async for chunk in chunks]
            del received, chunks
            gc.collect()
            await asyncio.sleep(0.01)
        while server.open:
            await asyncio.sleep(0.001)
        await transport.aclose()

    asyncio.run(asyncio.wait_for(main(), 20))


def test_a_client_that_is_garbage_collected_closes_its_connections(server):
    http = httpx.Client(transport=NetworkTransport())
    http.get(server.url)
    assert server.open == 1
    del http
    gc.collect()
    until(lambda: server.open == 0)


#: The development mode of asyncio reports slow callbacks, which a busy machine may have.
PATIENT = "asyncio.get_running_loop().slow_callback_duration = 60"
BLOCKING = (
    "import atexit, httpx, sys, threading, time, woodpecker_auth as w\n"
    "http = httpx.Client(transport=w.PolicyTransport(w.ClientKey('k'), base_url=sys.argv[1]))\n"
    "def work():\n"
    "    print(len(http.get(sys.argv[1] + '/v1/me').text))\n"
)
PROGRAMS = {
    "blocking": f"{BLOCKING}work()\n",
    "half read": f"{BLOCKING}response = http.send(http.build_request('GET', sys.argv[1] + '/v1/me'), stream=True)\n"
    "print(len(next(response.iter_raw(200_000))))\n",
    "at exit": f"{BLOCKING}atexit.register(work)\n",
    "when the main thread has ended": f"{BLOCKING}def late():\n    time.sleep(0.3)\n    work()\n"
    "threading.Thread(target=late).start()\n",
    "asyncio": "import asyncio, httpx, sys, woodpecker_auth as w\n"
    f"async def main():\n    {PATIENT}\n"
    "    http = httpx.AsyncClient(transport=w.AsyncPolicyTransport(w.ClientKey('k'), base_url=sys.argv[1]))\n"
    "    print(len((await http.get(sys.argv[1] + '/v1/me')).text))\n"
    "asyncio.run(main())\n",
    "asyncio, kept by the module": "import asyncio, httpx, sys, woodpecker_auth as w\n"
    "http = httpx.AsyncClient(transport=w.AsyncPolicyTransport(w.ClientKey('k'), base_url=sys.argv[1]))\n"
    f"async def main():\n    {PATIENT}\n"
    "    print(len((await http.get(sys.argv[1] + '/v1/me')).text))\n"
    "asyncio.run(main())\n",
}


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_that_closes_nothing_ends_without_output(server, program, name):
    """Under `-X dev -W error`, where an unclosed socket is a warning. A name is resolved, an address is not."""
    url = server.url.replace("127.0.0.1", name)
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", PROGRAMS[program], url]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("200000\n", "", 0)
