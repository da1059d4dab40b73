import httpcore
import httpx
import ssl
from .async_pool import AsyncPool as AsyncPool
from .fork import renew_in_children as renew_in_children
from .idle import IDLE_SECONDS as IDLE_SECONDS
from .pool import Pool as Pool
from .proxies import EnvironmentProxies as EnvironmentProxies
from .streams import DeadlineBackend as DeadlineBackend

DEFAULT_CONNECTIONS: int

class NetworkTransport(httpx.HTTPTransport):
    def __init__(self, connections: int = ..., verify: ssl.SSLContext | None = None) -> None: ...

class AsyncNetworkTransport(httpx.AsyncHTTPTransport):
    def __init__(self, connections: int = ..., verify: ssl.SSLContext | None = None) -> None: ...

class _Certificates:
    def __init__(self) -> None: ...
    def renew(self) -> None: ...
    def get(self) -> ssl.SSLContext: ...

class _Connector:
    def __init__(self, verify: ssl.SSLContext | None) -> None: ...
    def blocking(self, origin: httpcore.Origin, backend: DeadlineBackend) -> httpcore.HTTPConnection | httpcore.ConnectionPool: ...
    def asyncio(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection | httpcore.AsyncConnectionPool: ...
