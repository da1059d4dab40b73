"""Connections: kept, limited, replaced when the server has closed them, with TLS and through proxies."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Barrier, Event, Lock, Thread
from time import monotonic, sleep
from typing import Any

import httpx
import pytest
import trustme
from woodpecker_auth import AsyncNetworkTransport, HQKey, NetworkTransport, idle_connections, network
from woodpecker_auth.proxies import EnvironmentProxies


class Api(ThreadingHTTPServer):
    """A server that keeps connections open and counts them."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, context: ssl.SSLContext | None = None, close_after_each: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.connections = self.open = self.most_open = 0
        self.close_after_each = close_after_each
        self.hold: Callable[[], object] = lambda: None
        self.lock = Lock()
        self.scheme = "https" if context else "http"
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"{self.scheme}://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Do not print errors of connections that the client closes."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Api

    def setup(self) -> None:
        super().setup()
        with self.server.lock:
            self.server.connections += 1
            self.server.open += 1
            self.server.most_open = max(self.server.most_open, self.server.open)

    def finish(self) -> None:
        with self.server.lock:
            self.server.open -= 1
        super().finish()

    def do_GET(self) -> None:
        self.server.hold()
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
        # Not announced in the response, like a server whose keep-alive time is over.
        self.close_connection = self.server.close_after_each

    def log_message(self, *args: object) -> None:
        """Do not log."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Api]]:
    started: list[Api] = []

    def start(**settings: Any) -> Api:
        api = Api(**settings)
        started.append(api)
        Thread(target=api.serve_forever, args=(0.01,)).start()
        return api

    yield start
    for api in started:
        api.shutdown()
        api.server_close()


@pytest.fixture(params=["blocking", "asyncio"])
def get_all(request) -> Callable[..., list[str]]:
    """`get_all(url, times, at_once, **settings)`: requests over one transport, and their results."""

    def outcome(response: httpx.Response | Exception) -> str:
        return response.text if isinstance(response, httpx.Response) else type(response).__name__

    def blocking(url: str, times: int, at_once: int, timeout: Any = 10, **settings: Any) -> list[str]:
        with httpx.Client(transport=NetworkTransport(**settings), timeout=timeout) as http:

            def one(_: int) -> httpx.Response | Exception:
                try:
                    return http.get(url)
                except httpx.HTTPError as failure:
                    return failure

            with ThreadPoolExecutor(at_once) as threads:
                return list(map(outcome, threads.map(one, range(times))))

    def in_asyncio(url: str, times: int, at_once: int, timeout: Any = 10, **settings: Any) -> list[str]:
        async def main() -> list[str]:
            slots = asyncio.Semaphore(at_once)
            async with httpx.AsyncClient(transport=AsyncNetworkTransport(**settings), timeout=timeout) as http:

                async def one() -> httpx.Response | Exception:
                    async with slots:
                        try:
                            return await http.get(url)
                        except httpx.HTTPError as failure:
                            return failure

                return list(map(outcome, await asyncio.gather(*(one() for _ in range(times)))))

        return asyncio.run(main())

    return blocking if request.param == "blocking" else in_asyncio


def test_requests_in_sequence_use_one_connection(serve, get_all):
    api = serve()
    assert get_all(api.url, 20, 1) == ["ok"] * 20
    assert api.connections == 1


def test_no_more_connections_are_open_than_asked_for(serve, get_all):
    api = serve()
    assert get_all(api.url, 60, 30, connections=4) == ["ok"] * 60
    assert api.most_open <= 4 and api.connections <= 4


def test_a_request_times_out_while_all_connections_are_in_use(serve, get_all):
    api = serve()
    end = Event()
    api.hold = lambda: end.wait(10)
    outcomes: list[str] = []
    timeout = httpx.Timeout(10, pool=0.1)
    asking = Thread(target=lambda: outcomes.extend(get_all(api.url, 2, 2, timeout=timeout, connections=1)))
    asking.start()
    sleep(0.5)
    end.set()
    asking.join(10)
    assert sorted(outcomes) == ["PoolTimeout", "ok"]


def test_a_connection_that_the_server_has_closed_is_replaced(serve):
    api = serve(close_after_each=True)

    def closed() -> None:
        ends = monotonic() + 5
        while api.open and monotonic() < ends:
            sleep(0.001)
        sleep(0.05)  # for the last packet

    async def main() -> None:
        async with httpx.AsyncClient(transport=AsyncNetworkTransport()) as http:
            for _ in range(5):
                assert (await http.get(api.url)).text == "ok"
                closed()

    with httpx.Client(transport=NetworkTransport()) as http:
        for _ in range(5):
            assert http.get(api.url).text == "ok"
            closed()
    asyncio.run(main())
    assert api.connections == 10


def test_connections_that_were_idle_for_too_long_are_closed(serve, monkeypatch):
    monkeypatch.setattr(idle_connections, "IDLE_SECONDS", 0.05)
    api = serve()
    both = Barrier(5)
    api.hold = lambda: both.wait(5)
    transport = NetworkTransport()
    with httpx.Client(transport=transport) as http:
        with ThreadPoolExecutor(5) as threads:
            list(threads.map(lambda _: http.get(api.url), range(5)))
        assert api.open == 5
        api.hold = lambda: None
        for _ in range(500):
            http.get(api.url)
            if api.open == 1:
                break
            sleep(0.001)
        assert api.open == 1


def test_a_connection_returned_after_the_close_is_closed_and_a_later_request_opens_a_new_one(serve):
    api = serve()
    transport = NetworkTransport()
    streaming = transport.handle_request(httpx.Request("GET", api.url))
    transport.close()
    assert streaming.read() == b"ok"
    assert transport.handle_request(httpx.Request("GET", api.url)).read() == b"ok"
    assert api.connections == 2
    transport.close()


def test_event_loops_have_connections_of_their_own(serve):
    api = serve()
    transport = AsyncNetworkTransport()

    async def once() -> bytes:
        response = await transport.handle_async_request(httpx.Request("GET", api.url))
        body = await response.aread()
        await transport.aclose()
        return body

    assert [asyncio.run(once()) for _ in range(3)] == [b"ok"] * 3
    assert api.connections == 3
    assert transport._pool._loops == {}


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_over_tls_with_custom_certificates(serve, get_all, authority):
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server)
    authority.configure_trust(client)
    api = serve(context=server)
    assert get_all(api.url, 12, 4, verify=client) == ["ok"] * 12
    assert api.connections <= 4


def test_an_untrusted_certificate_is_a_connect_error(serve, get_all, authority):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server)
    assert get_all(serve(context=server).url, 1, 1) == ["ConnectError"]


def test_certificates_are_read_once_and_only_for_tls(monkeypatch, get_all, serve, authority):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server)
    made = []
    original = httpx.create_ssl_context

    def counted() -> ssl.SSLContext:
        made.append(1)
        return original()

    monkeypatch.setattr(network, "_certificates", network._Certificates())
    monkeypatch.setattr(httpx, "create_ssl_context", counted)
    get_all(serve().url, 8, 8)
    assert len(made) == 0
    get_all(serve(context=server).url, 8, 8)
    assert len(made) == 1


def test_https_goes_through_the_environments_proxy_and_plain_http_does_not(send, listen, http_response, monkeypatch):
    proxy = listen("127.0.0.1", lambda head: http_response(403))
    for name in ("https_proxy", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    with pytest.raises(httpx.ProxyError):
        send(HQKey("the-key"), "https://api.woodpecker.co/rest/v2/agency/companies")
    assert proxy.heads[0].startswith("connect api.woodpecker.co:443") and "the-key" not in proxy.heads[0]
    api = listen("127.0.0.2")
    send(HQKey("the-key"), f"{api.url}/rest/v2/agency/companies", base_url=f"{api.url}/rest")
    assert len(proxy.heads) == 1 and "x-api-key: the-key" in api.heads[0]


@pytest.mark.parametrize(
    ("settings", "proxy"),
    [
        ({}, None),
        ({"https_proxy": "proxy.example:3128"}, "http://proxy.example:3128"),
        ({"https_proxy": "http://proxy.example:3128"}, "http://proxy.example:3128"),
        ({"all_proxy": "http://all.example:1"}, "http://all.example:1"),
        ({"https_proxy": "http://proxy.example:3128", "no_proxy": ".woodpecker.co"}, None),
        ({"https_proxy": "http://proxy.example:3128", "no_proxy": "elsewhere.example"}, "http://proxy.example:3128"),
        ({"https_proxy": "http://proxy.example:3128", "no_proxy": "*"}, None),
        (
            {"https_proxy": "http://proxy.example:3128", "no_proxy": "api.woodpecker.co:8443"},
            "http://proxy.example:3128",
        ),
    ],
)
def test_the_proxy_of_an_origin(monkeypatch, settings, proxy):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    proxies = EnvironmentProxies()
    chosen = proxies.proxy_for(httpx.URL("https://api.woodpecker.co/rest"))
    assert (chosen and str(chosen.url)) == proxy
    assert proxies.proxy_for(httpx.URL("http://127.0.0.1:8080/rest")) is None


def test_a_port_in_no_proxy_is_for_that_port(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "api.woodpecker.co:8443")
    assert EnvironmentProxies().proxy_for(httpx.URL("https://api.woodpecker.co:8443")) is None


@pytest.mark.parametrize(
    "address", ["http://", "ftp://u:hunter2@proxy.example", "http://u:hunter2@proxy:70000", "\x01"]
)
def test_an_invalid_proxy_is_a_proxy_error_without_its_password(monkeypatch, get_all, address):
    monkeypatch.setenv("https_proxy", address)
    with pytest.raises(httpx.ProxyError, match="HTTPS_PROXY") as caught:
        EnvironmentProxies().proxy_for(httpx.URL("https://api.woodpecker.co"))
    assert "hunter2" not in repr(caught.value) and caught.value.__cause__ is None
    assert get_all("https://api.woodpecker.co/", 1, 1) == ["ProxyError"]
