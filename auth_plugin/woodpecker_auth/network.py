"""httpx's transports with connection pools for hundreds of accounts at once."""

from __future__ import annotations

import ssl
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

import httpcore
import httpx

from .fork import reset_after_fork
from .idle_connections import IDLE_SECONDS
from .pool import Pool
from .proxies import EnvironmentProxies
from .streams import DeadlineBackend

#: Connections open at once by default.
DEFAULT_CONNECTIONS = 100


class NetworkTransport(httpx.HTTPTransport):
    """httpx's transport with a pool of its own. Thread-safe; a forked child opens its own connections.

    Args:
        connections: open at once. Further requests wait for at most httpx's `pool` timeout.
        verify: the trusted certificates; None for httpx's default, read once per process. A forked child uses the same
            object, and may wait for ever if another thread made a TLS handshake with it during the fork.
    """

    def __init__(self, connections: int = DEFAULT_CONNECTIONS, verify: ssl.SSLContext | None = None) -> None:
        # Not httpx's own `__init__`, which would create the pool that this one replaces.
        self._pool: Any = Pool(connections, _ConnectionFactory(verify).blocking)


class AsyncNetworkTransport(httpx.AsyncHTTPTransport):
    """`NetworkTransport` for asyncio. Each event loop has connections of its own."""

    def __init__(self, connections: int = DEFAULT_CONNECTIONS, verify: ssl.SSLContext | None = None) -> None:
        # anyio would import it at the first connection: a child forked then would wait for ever for that import's lock.
        import_module("anyio._backends._asyncio")
        from .async_pool import AsyncPool

        self._pool: Any = AsyncPool(connections, _ConnectionFactory(verify).asyncio)


class _Certificates:
    """httpx's default certificates, read once for all clients: reading them takes longer than many calls."""

    def __init__(self) -> None:
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        self._lock = Lock()
        # Read anew in a forked child: a thread of the parent may have held a lock that OpenSSL has inside of it.
        self._context: ssl.SSLContext | None = None

    def get(self) -> ssl.SSLContext:
        with self._lock:
            if self._context is None:
                try:
                    self._context = httpx.create_ssl_context()
                except (OSError, ValueError) as unreadable:
                    reason = f"the trusted certificates cannot be read (SSL_CERT_FILE, SSL_CERT_DIR): {unreadable}"
                    raise httpx.ConnectError(reason) from unreadable
            return self._context


_certificates = _Certificates()


class _ConnectionFactory:
    """Creates connections as httpx does, with the proxies from the environment variables."""

    def __init__(self, verify: ssl.SSLContext | None) -> None:
        # `socket` would import it to look up the first host, which a forked child could not do either.
        import_module("encodings.idna")
        self._verify, self._proxies = verify, EnvironmentProxies()

    def blocking(
        self, origin: httpcore.Origin, backend: DeadlineBackend
    ) -> httpcore.HTTPConnection | httpcore.ConnectionPool:
        settings, proxy = self._settings(origin)
        if proxy is None:
            return httpcore.HTTPConnection(origin, network_backend=backend, **settings)
        return httpcore.ConnectionPool(proxy=proxy, max_connections=1, network_backend=backend, **settings)

    def asyncio(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection | httpcore.AsyncConnectionPool:
        settings, proxy = self._settings(origin)
        if proxy is None:
            return httpcore.AsyncHTTPConnection(origin, **settings)
        return httpcore.AsyncConnectionPool(proxy=proxy, max_connections=1, **settings)

    def _settings(self, origin: httpcore.Origin) -> tuple[dict[str, Any], httpcore.Proxy | None]:
        """The settings of a connection, and its proxy.

        Raises:
            httpx.ConnectError: the trusted certificates cannot be read.
            httpx.ProxyError: the environment variables name an invalid proxy.
        """
        # Not `str(origin)`, which leaves out the brackets of an IPv6 address.
        url = httpx.URL(scheme=origin.scheme.decode(), host=origin.host.decode(), port=origin.port)
        proxy = self._proxies.proxy_for(url)
        settings: dict[str, Any] = {"keepalive_expiry": IDLE_SECONDS}
        if url.scheme == "https":
            settings["ssl_context"] = self._verify or _certificates.get()
        if proxy is None:
            return settings, None
        if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
            raise httpx.ProxyError("the environment names a SOCKS proxy, which needs: pip install 'httpx[socks]'")
        return settings, httpcore.Proxy(
            str(proxy.url), auth=proxy.raw_auth, headers=proxy.headers.raw, ssl_context=proxy.ssl_context
        )
