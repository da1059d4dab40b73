"""How calls are sent: under the header policy of woodpecker_auth, for a key and a company that no caller can change."""

from __future__ import annotations

import httpx
import httpx2
from fastmcp.exceptions import ToolError
from woodpecker_auth import AsyncPolicyTransport, HQKey, PolicyError, Scope, WoodpeckerError, redact

# Headers of a body that is not yet decompressed.
_OF_THE_TRANSFER = {"content-encoding", "content-length", "transfer-encoding"}


class NotAnswered(ToolError):
    """A call that was refused, or that got no response.

    Attributes:
        was_sent: whether it may have reached the API.
    """

    def __init__(self, failure: WoodpeckerError | httpx.RequestError) -> None:
        message = f"{type(failure).__name__}: {failure}"
        if isinstance(failure, PolicyError) and failure.reason == "account_route_without_context":
            message = "not sent: this server was started without a company. Start it with --company or --own-account"
        super().__init__(message)
        self.was_sent = not isinstance(failure, WoodpeckerError)


def connect(key: HQKey, scope: Scope | None, base_url: str, deadline: float) -> httpx2.AsyncClient:
    """A client whose requests get the key, act for this account, wait in its lane, and end after `deadline` seconds."""
    transport = _Transport(key, AsyncPolicyTransport(key, base_url=base_url, scope=scope, deadline=deadline))
    return httpx2.AsyncClient(base_url=base_url, transport=transport, timeout=25.0)


class _Transport(httpx2.AsyncBaseTransport):
    """The policy's transport, which is one of httpx, for httpx2. What a response repeats of the key is redacted."""

    def __init__(self, key: HQKey, policy: AsyncPolicyTransport) -> None:
        self._key, self._policy = key, policy

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        sent = httpx.Request(
            request.method,
            str(request.url),
            headers=request.headers.raw,
            content=await request.aread(),
            extensions={"timeout": request.extensions["timeout"]},
        )
        try:
            response = await self._policy.handle_async_request(sent)
            try:
                await response.aread()
            finally:
                await response.aclose()
        except (WoodpeckerError, httpx.RequestError) as failure:
            raise NotAnswered(failure) from None
        headers = [(name, value) for name, value in response.headers.items() if name not in _OF_THE_TRANSFER]
        return httpx2.Response(response.status_code, headers=headers, text=redact(response.text, [self._key.value]))

    async def aclose(self) -> None:
        await self._policy.aclose()
