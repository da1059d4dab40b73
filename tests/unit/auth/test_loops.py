"""Event loops that end keep no lane and no connection, and are not kept alive."""

from __future__ import annotations

import asyncio
import gc
import os
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Barrier, Thread
from time import monotonic, sleep
from typing import Any

import httpx
import pytest
from anyio._backends._asyncio import SocketStream
from anyio.abc import SocketAttribute
from woodpecker_auth import (
    AsyncNetworkTransport,
    AsyncPolicyTransport,
    CompanyScope,
    HQKey,
    PolicyTransport,
    WoodpeckerError,
    event_loop,
)

from .raw_server import RawServer, response

SCOPE = CompanyScope(501)


@pytest.fixture
def serve() -> Iterator[Callable[..., RawServer]]:
    """`serve(seconds)`: a server that responds after so many seconds."""
    started: list[RawServer] = []

    def start(seconds: float = 0.0) -> RawServer:
        started.append(RawServer(lambda head: [seconds, response(b"ok")]))
        return started[-1]

    yield start
    for server in started:
        server.close()


def agency(url: str) -> AsyncPolicyTransport:
    return AsyncPolicyTransport(HQKey("k"), base_url=url, scope=SCOPE, deadline=30)


async def get(transport: httpx.AsyncBaseTransport, url: str) -> str:
    received = await transport.handle_async_request(httpx.Request("GET", f"{url}/v1/me"))
    body = await received.aread()
    await received.aclose()
    return body.decode()


def blocking_get(url: str) -> str:
    """The same account through another client, for threads."""
    with httpx.Client(transport=PolicyTransport(HQKey("k"), base_url=url, scope=SCOPE, deadline=5)) as http:
        return http.get(f"{url}/v1/me").text


def until(condition: Callable[[], bool]) -> None:
    ends = monotonic() + 10
    while not condition():
        assert monotonic() < ends, "it did not happen"
        sleep(0.001)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize("library", ["asyncio", "uvloop"])
def test_event_loops_in_sequence_leave_nothing_open(serve, library):
    server, run = serve(), pytest.importorskip(library).run
    transport, loops = agency(server.url), list[weakref.ref[asyncio.AbstractEventLoop]]()

    async def main() -> None:
        loops.append(weakref.ref(asyncio.get_running_loop()))
        first = await get(transport, server.url)
        assert [first, *await asyncio.gather(*(get(transport, server.url) for _ in range(3)))] == ["ok"] * 4

    run(main())
    until(lambda: server.open == 0)
    before = open_files()
    for _ in range(100):
        run(main())
    until(lambda: server.open == 0)
    assert open_files() <= before
    gc.collect()
    assert sum(loop() is not None for loop in loops) <= 1


def test_loops_that_are_not_shut_down_leave_nothing_open(serve):
    server = serve()
    transport = agency(server.url)

    def run() -> None:
        loop = asyncio.new_event_loop()
        loop.run_until_complete(get(transport, server.url))
        loop.close()  # without shutdown_asyncgens: no code is notified

    gc.disable()
    try:
        with pytest.warns(ResourceWarning):  # asyncio's own, for the transport that it had no time to close
            run()
            before = open_files()
            for _ in range(20):
                run()
            until(lambda: server.open <= 1)
            assert open_files() <= before
            asyncio.run(get(transport, server.url))
            gc.collect()
    finally:
        gc.enable()


def test_several_loops_at_once_have_connections_of_their_own(serve):
    server = serve(0.01)
    transport, together = agency(server.url), Barrier(4)
    bodies: list[str] = []

    async def main() -> None:
        together.wait(10)
        for _ in range(5):
            bodies.append(await get(transport, server.url))

    threads = [Thread(target=asyncio.run, args=(main(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bodies == ["ok"] * 20 and server.connections == 4


# asyncio's own messages about calls that were never finished and on sockets that their loop cannot close any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("waits", [False, True], ids=["running", "waiting"])
def test_a_loop_that_is_closed_under_a_call_frees_its_lane_and_its_connection(serve, waits, monkeypatch):
    monkeypatch.setattr(event_loop, "CHECK_INTERVAL", 60.0)  # at once, not at the next check
    server = serve(0.2)
    transport = agency(server.url)
    loop = asyncio.new_event_loop()
    tasks = [loop.create_task(get(transport, server.url)) for _ in range(1 + waits)]
    loop.run_until_complete(asyncio.sleep(0.05))
    assert len(server.heads) == 1
    loop.close()
    gc.disable()
    try:
        began = monotonic()
        assert blocking_get(server.url) == "ok"
        assert monotonic() - began < 4, "it waited for the deadline"
        asyncio.run(get(transport, server.url))
        until(lambda: server.open == 0)
    finally:
        gc.enable()
        for task in tasks:
            task._log_destroy_pending = False
        del task
        tasks.clear()
        gc.collect()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("then", ["closed", "no longer used"])
def test_connections_of_a_closed_loop_are_closed_with_its_client_and_by_any_other(serve, then):
    server, other_server = serve(0.2), serve()
    transport, other = agency(server.url), agency(other_server.url)
    loop = asyncio.new_event_loop()
    task = loop.create_task(get(transport, server.url))
    loop.run_until_complete(asyncio.sleep(0.05))
    loop.close()
    gc.disable()
    try:
        assert server.open == 1
        asyncio.run(transport.aclose() if then == "closed" else get(other, other_server.url))
        until(lambda: server.open == 0)
    finally:
        gc.enable()
        task._log_destroy_pending = False
        del task
        gc.collect()


async def unread(transport: AsyncPolicyTransport, url: str) -> None:
    """Leave a connection on which more has come than the response."""
    await get(transport, f"{url}/more")


async def unread_later(transport: AsyncPolicyTransport, url: str) -> None:
    await get(transport, f"{url}/later")
    await asyncio.sleep(0.1)
    await get(transport, url)


async def closed_client(transport: AsyncPolicyTransport, url: str) -> None:
    await get(transport, url)
    await transport.aclose()


async def forgotten_body(transport: AsyncPolicyTransport, url: str) -> None:
    await transport.handle_async_request(httpx.Request("GET", f"{url}/v1/me"))
    await asyncio.sleep(0.1)


async def cancelled(transport: AsyncPolicyTransport, url: str) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(get(transport, f"{url}/slow"), 0.1)


def respond_as_asked(head: bytes) -> Iterator[bytes | float]:
    if b"/slow" in head:
        yield 0.5
    if b"/later" in head:
        yield response(b"ok")
        yield 0.05
        yield response(b"another")
    else:
        yield response(b"ok") + (response(b"another") if b"/more" in head else b"")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("collected", [False, True], ids=["kept", "collected"])
@pytest.mark.parametrize("close", [unread, unread_later, closed_client, forgotten_body, cancelled])
def test_a_loop_that_is_closed_while_it_closes_a_connection_leaves_it_closed(close, collected, monkeypatch):
    server, loop = RawServer(respond_as_asked), asyncio.new_event_loop()
    transport, other, sockets = agency(server.url), agency(server.url), list[Any]()
    close_stream = SocketStream.aclose

    def close_and_stop(stream: SocketStream) -> Any:
        sockets.append(stream.extra(SocketAttribute.raw_socket)._sock)
        loop.stop()
        return close_stream(stream)

    monkeypatch.setattr(SocketStream, "aclose", close_and_stop)
    task = loop.create_task(close(transport, server.url))
    gc.disable()
    try:
        with pytest.raises(RuntimeError, match="stopped"):
            loop.run_until_complete(task)
        loop.close()
        task._log_destroy_pending = False
        if collected:
            del task
            gc.collect()
        asyncio.run(other.aclose())
        assert {one.fileno() for one in sockets} == {-1}
    finally:
        gc.enable()
        server.close()


@pytest.mark.parametrize("waits", [False, True], ids=["running", "waiting"])
def test_a_loop_that_is_abandoned_under_a_call_frees_its_lane(serve, waits, monkeypatch):
    monkeypatch.setattr(event_loop, "CHECK_INTERVAL", 60.0)  # at once, not at the next check
    server = serve(0.2)
    transport = agency(server.url)
    loop = asyncio.new_event_loop()
    tasks = [loop.create_task(get(transport, server.url)) for _ in range(1 + waits)]
    loop.run_until_complete(asyncio.sleep(0.05))
    began = monotonic()
    assert blocking_get(server.url) == "ok"
    assert monotonic() - began < 4, "it waited for the deadline"
    # The calls of the loop succeed if it continues after all.
    assert loop.run_until_complete(asyncio.gather(*tasks)) == ["ok"] * len(tasks)
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


def test_a_loop_that_another_thread_abandoned_frees_its_lane_for_one_that_waits_already(serve, monkeypatch):
    monkeypatch.setattr(event_loop, "CHECK_INTERVAL", 0.05)
    server = serve(0.2)
    transport, kept = agency(server.url), list[Any]()

    def abandon() -> None:
        loop = asyncio.new_event_loop()
        kept.extend((loop, loop.create_task(get(transport, server.url))))
        loop.run_until_complete(asyncio.sleep(0.05))

    thread = Thread(target=abandon)
    thread.start()
    until(lambda: len(server.heads) == 1)
    assert blocking_get(server.url) == "ok", "nobody ran the loop, and nobody closed it"
    thread.join()
    loop, task = kept
    assert loop.run_until_complete(task) == "ok"
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


def test_a_loop_that_runs_keeps_its_lane(serve, monkeypatch):
    monkeypatch.setattr(event_loop, "CHECK_INTERVAL", 0.01)
    server = serve(0.3)
    transport = agency(server.url)

    async def main() -> None:
        call = asyncio.create_task(get(transport, server.url))
        await asyncio.sleep(0.05)
        thread = Thread(target=blocking_get, args=(server.url,))
        thread.start()
        await asyncio.sleep(0.1)
        assert len(server.heads) == 1, "the second request does not go before the first is over"
        await call
        await asyncio.to_thread(thread.join)

    asyncio.run(main())
    assert len(server.heads) == 2


def test_the_slots_of_a_loop_are_free_when_its_calls_are_cancelled(serve):
    server = serve(5.0)
    transport = AsyncNetworkTransport(connections=2)

    async def main() -> None:
        calls = [asyncio.create_task(get(transport, server.url)) for _ in range(4)]
        await asyncio.sleep(0.1)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        [here] = transport._pool._loops.values()
        assert not here.slots._held and not here.slots._waiting and not here.connections.in_use

    asyncio.run(main())


def test_an_event_loop_of_another_library_is_refused_with_a_message():
    """Nothing can wait here without an asyncio loop, as under trio."""
    transport = agency("https://api.woodpecker.co/rest")
    call = transport.handle_async_request(httpx.Request("GET", "https://api.woodpecker.co/rest/v1/me"))
    with pytest.raises(WoodpeckerError, match="asyncio"):
        call.send(None)
    with pytest.raises(WoodpeckerError, match="trio"):
        AsyncNetworkTransport().handle_async_request(httpx.Request("GET", "http://127.0.0.1:1")).send(None)
