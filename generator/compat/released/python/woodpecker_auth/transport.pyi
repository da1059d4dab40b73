import httpx
from .base_url import BaseUrl as BaseUrl
from .client_transport import AsyncClientTransport as AsyncClientTransport, ClientTransport as ClientTransport
from .deadline import DEFAULT_DEADLINE as DEFAULT_DEADLINE, Deadline as Deadline
from .failures import AsyncKeylessBody as AsyncKeylessBody, KeylessBody as KeylessBody, keyless_failures as keyless_failures
from .keys import Key as Key
from .lanes import Lanes as Lanes, ONE_AT_A_TIME as ONE_AT_A_TIME, Place as Place
from .network import AsyncNetworkTransport as AsyncNetworkTransport, NetworkTransport as NetworkTransport
from .scope import Scope as Scope
from .stamp import Passage as Passage, Stamp as Stamp

DEFAULT_BASE_URL: str
DEADLINE_EXTENSION: str

class PolicyTransport(httpx.BaseTransport):
    def __init__(self, key: Key, inner: httpx.BaseTransport | httpx.Client | None = None, *, base_url: str | httpx.URL = ..., scope: Scope | None = None, lanes: Lanes | None = ..., deadline: float | None = ...) -> None: ...
    def handle_request(self, request: httpx.Request) -> httpx.Response: ...
    def close(self) -> None: ...

class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    def __init__(self, key: Key, inner: httpx.AsyncBaseTransport | httpx.AsyncClient | None = None, *, base_url: str | httpx.URL = ..., scope: Scope | None = None, lanes: Lanes | None = ..., deadline: float | None = ...) -> None: ...
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response: ...
    async def aclose(self) -> None: ...
