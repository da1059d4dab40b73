"""A forked child shares no connection, lane or lock with its parent, and the parent is not affected."""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import os
import ssl
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Barrier, Event, Thread

import httpx
import pytest
import trustme
from woodpecker_auth import (
    AsyncNetworkTransport,
    AsyncPolicyTransport,
    ClientKey,
    CompanyScope,
    HQKey,
    NetworkTransport,
    PolicyTransport,
    network,
)

from .raw_server import RawServer, response

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here"),
    # From 3.12 on, Python warns of forks in multi-threaded programs.
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]
SECONDS = 20


@contextmanager
def child(action: Callable[[], object]) -> Iterator[None]:
    """Runs an action in a forked child while the block runs; fails if it fails, or hangs."""
    pid = os.fork()
    if pid == 0:
        code = 1
        faulthandler.dump_traceback_later(SECONDS - 1)  # where it hangs, if it does
        try:
            action()
            code = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(code)
    try:
        yield
    finally:
        ends = time.monotonic() + SECONDS
        while (done := os.waitpid(pid, os.WNOHANG)) == (0, 0) and time.monotonic() < ends:
            time.sleep(0.005)
        if done == (0, 0):
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        assert done != (0, 0), "the child hangs"
        assert done[1] == 0, "the child failed"


@pytest.fixture
def serve() -> Iterator[Callable[..., RawServer]]:
    """Servers that respond with the requested company, after a moment."""
    started: list[RawServer] = []

    def start(context: ssl.SSLContext | None = None) -> RawServer:
        def script(head: bytes) -> list[bytes | float]:
            company = head.lower().partition(b"x-company-id: ")[2].partition(b"\r\n")[0]
            return [0.01, response(company)]

        started.append(RawServer(script, context))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["plain", "tls"])
def url(request, serve, authority, tmp_path, monkeypatch) -> str:
    """The URL of a server, whose certificate is trusted if it has one."""
    if request.param == "plain":
        return serve().url
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setattr(network, "_certificates", network._Certificates())
    return serve(context).url


def asking(url: str) -> tuple[httpx.Client, Callable[[int], None]]:
    http = httpx.Client(transport=PolicyTransport(HQKey("k"), NetworkTransport(), base_url=url), base_url=url)

    def ask(company: int) -> None:
        got = http.get("/v1/me", extensions={"woodpecker_scope": CompanyScope(company)}).text
        assert got == str(company), f"asked for {company}, got {got}"

    return http, ask


def test_parent_and_children_have_connections_of_their_own(url):
    http, ask = asking(url)
    ask(1)

    def work(company: int) -> None:
        for _ in range(5):
            ask(company)

    with child(lambda: work(2)), child(lambda: work(3)), child(lambda: work(4)):
        work(1)
    work(1)
    http.close()


def test_a_child_that_ends_or_closes_leaves_the_parents_connections_alone(url):
    http, ask = asking(url)
    ask(1)

    def close() -> None:
        http.close()
        gc.collect()

    for action in (close, gc.collect, lambda: None):
        with child(action):
            pass
        ask(1)
    http.close()


def test_a_fork_amid_threads_with_calls_under_way(url):
    http, ask = asking(url)
    end, asked = Event(), Barrier(9)
    failures: list[BaseException] = []

    def work(company: int) -> None:
        try:
            ask(company)
            asked.wait(SECONDS)
            while not end.is_set():
                ask(company)
        except BaseException as failure:
            failures.append(failure)

    threads = [Thread(target=work, args=(company,)) for company in range(1, 9)]
    for thread in threads:
        thread.start()
    try:
        # A thread that begins to use TLS holds a lock inside OpenSSL, which stays locked in a child.
        asked.wait(SECONDS)
        for _ in range(10):
            # The lanes and slots that the parent's threads hold are free in the child.
            with child(lambda: [ask(company) for company in range(1, 9)]):
                pass
    finally:
        end.set()
        for thread in threads:
            thread.join()
    assert not failures
    http.close()


def test_a_child_of_a_running_event_loop_runs_its_own(url):
    transport = AsyncPolicyTransport(HQKey("k"), AsyncNetworkTransport(), base_url=url)

    async def ask(http: httpx.AsyncClient, company: int) -> None:
        got = (await http.get("/v1/me", extensions={"woodpecker_scope": CompanyScope(company)})).text
        assert got == str(company), f"asked for {company}, got {got}"

    async def work(company: int) -> None:
        async with httpx.AsyncClient(transport=transport, base_url=url) as http:
            await asyncio.gather(*(ask(http, number) for number in (company, 1, 2, 3)))

    async def parent() -> None:
        http = httpx.AsyncClient(transport=transport, base_url=url)
        await asyncio.gather(*(ask(http, number) for number in range(1, 5)))
        under_way = [asyncio.create_task(ask(http, number)) for number in range(1, 5)]
        await asyncio.sleep(0.005)

        def run_own_loop() -> None:
            assert transport._inner._pool._loops == {}, "a child that went on with this loop would use its connections"
            asyncio.events._set_running_loop(None)  # as multiprocessing does in its children
            asyncio.run(work(9))
            gc.collect()

        with child(run_own_loop):
            await asyncio.gather(*under_way)
        await asyncio.gather(*(ask(http, number) for number in range(1, 5)))
        await http.aclose()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(parent())


def test_a_response_that_the_parent_reads_does_not_affect_the_child(url):
    transport = NetworkTransport(connections=1)
    timeout = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), 5)}
    one, two = (httpx.Request("GET", url, headers={"x-company-id": id}, extensions=timeout) for id in "12")
    under_way = transport.handle_request(one)

    def work() -> None:
        nonlocal under_way
        mine = transport.handle_request(two)
        assert mine.read() == b"2"
        under_way.close()
        del under_way
        gc.collect()

    with child(work):
        assert under_way.read() == b"1"
    transport.close()


def test_a_lock_that_a_thread_holds_at_the_fork_does_not_stop_the_child(serve):
    """The mutex of the idle connections, of the certificates, and of the lanes, as a thread may hold them."""
    from woodpecker_auth import lanes, network

    http, ask = asking(serve().url)
    ask(1)
    pool = http._transport._inner._pool
    locks = [pool._idle._mutex, pool._slots._mutex, lanes._table._mutex, network._certificates._lock]
    for lock in locks:
        lock.acquire()
    try:
        pid = os.fork()
        if pid == 0:
            code = 1
            with suppress(BaseException):
                network._certificates.get()
                ask(2)
                http.close()
                code = 0
            os._exit(code)
    finally:
        for lock in locks:
            lock.release()
    ends = time.monotonic() + SECONDS
    while (done := os.waitpid(pid, os.WNOHANG)) == (0, 0) and time.monotonic() < ends:
        time.sleep(0.005)
    assert done[0] == pid and done[1] == 0, "the child hangs or failed"
    ask(1)
    http.close()


def test_a_client_key_works_in_the_child_too(serve):
    url = serve().url
    http = httpx.Client(transport=PolicyTransport(ClientKey("k"), base_url=url), base_url=url)
    assert http.get("/v1/me").status_code == 200
    with child(lambda: http.get("/v1/me").raise_for_status()):
        http.get("/v1/me").raise_for_status()
    http.close()


def test_calls_import_nothing_so_that_no_child_waits_for_an_import_of_its_parents_threads(serve, monkeypatch):
    url, looked_for = serve().url, list[str]()

    class Finder:
        @staticmethod
        def find_spec(name: str, path: object = None, target: object = None) -> None:
            looked_for.append(name)

    async def main() -> None:
        transport = AsyncPolicyTransport(ClientKey("k"), AsyncNetworkTransport(), base_url=url)
        async with httpx.AsyncClient(transport=transport, base_url=url) as http:
            await http.get("/v1/me")

    def both() -> None:
        with httpx.Client(transport=PolicyTransport(ClientKey("k"), NetworkTransport(), base_url=url)) as http:
            http.get(f"{url}/v1/me")
        asyncio.run(main())

    both()  # modules that are imported already do not matter
    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    both()
    assert not looked_for


def test_a_child_reads_the_certificates_anew():
    """A thread of the parent may have held a lock inside the context, which nobody releases in the child."""
    before = network._certificates.get()

    def read_anew() -> None:
        assert network._certificates.get() is not before

    with child(read_anew):
        pass
    assert network._certificates.get() is before


@pytest.mark.parametrize(
    ("transport", "module"),
    [
        ("NetworkTransport", "encodings.idna"),
        ("AsyncNetworkTransport", "encodings.idna"),
        ("AsyncNetworkTransport", "anyio._backends._asyncio"),
    ],
)
def test_what_a_connection_needs_is_imported_before_the_first_one(transport, module):
    """The lock of an import that is under way is never released in a child."""
    code = f"import sys; from woodpecker_auth import {transport}; {transport}(); print({module!r} in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout == "True\n"
