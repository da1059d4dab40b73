import httpx
from .base_url import BaseUrl as BaseUrl
from .client_transport import AnyClient as AnyClient, AsyncClientTransport as AsyncClientTransport, ClientTransport as ClientTransport
from .deadline import DEADLINE_EXTENSION as DEADLINE_EXTENSION, DEFAULT_DEADLINE as DEFAULT_DEADLINE, Deadline as Deadline, seconds as seconds
from .failures import AsyncKeylessBody as AsyncKeylessBody, KeylessBody as KeylessBody, end_of as end_of, keyless_failures as keyless_failures, too_slow as too_slow
from .httpx_logs import hide_query as hide_query
from .keys import Key as Key
from .lanes import Lanes as Lanes, ONE_AT_A_TIME as ONE_AT_A_TIME, Place as Place, checked_lanes as checked_lanes
from .network import AsyncNetworkTransport as AsyncNetworkTransport, NetworkTransport as NetworkTransport
from .scope import Scope as Scope
from .semaphore import current_loop as current_loop
from .stamp import Passage as Passage, Stamp as Stamp

DEFAULT_BASE_URL: str

class PolicyTransport(httpx.BaseTransport):
    def __init__(self, key: Key, inner: httpx.BaseTransport | AnyClient | None = None, *, base_url: str | httpx.URL | BaseUrl = ..., scope: Scope | None = None, lanes: Lanes | None = ..., deadline: float | None = ...) -> None: ...
    def handle_request(self, request: httpx.Request) -> httpx.Response: ...
    def close(self) -> None: ...

class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    def __init__(self, key: Key, inner: httpx.AsyncBaseTransport | AnyClient | None = None, *, base_url: str | httpx.URL | BaseUrl = ..., scope: Scope | None = None, lanes: Lanes | None = ..., deadline: float | None = ...) -> None: ...
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response: ...
    async def aclose(self) -> None: ...
