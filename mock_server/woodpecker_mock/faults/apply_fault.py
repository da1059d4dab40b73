"""Responses that fail: another status, cut off, slow, or none at all."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..http.error_responses import unexpected_error
from ..http.peer import Peer
from .fault import Fault
from .fault_rules import BODILESS, encoded


def apply_fault(fault: Fault, success: Response | None, peer: Peer, now: str, coded: Collection[int]) -> Response:
    """The response to a request that this fault applies to.

    Args:
        success: the operation's own response, if it ran.
        now: the time as error bodies show it.
        coded: the statuses whose body has the form of `code` and `details`.
    """
    if fault.kind == "close" or (fault.kind == "reset" and not fault.mid_body):
        return _NoResponse(peer, reset=fault.kind == "reset")
    if success is None or fault.kind == "status" or fault.body is not None:
        response = _fault_response(fault, now, coded)
    else:
        response = success
    if fault.kind == "truncated":
        return _with_body(response, bytes(response.body)[: len(response.body) // 2])
    if fault.kind == "reset":
        # A 204 is complete with its head: there is no middle of it.
        return _NoResponse(peer, reset=True) if response.status_code in BODILESS else _HalfResponse(response, peer)
    if fault.kind == "slow":
        return _SlowResponse(response, peer, fault.pause)
    return response


def _fault_response(fault: Fault, now: str, coded: Collection[int]) -> Response:
    """The response that the fault describes."""
    if fault.status in BODILESS:
        return Response(status_code=fault.status, headers=fault.headers)
    if fault.body is None:
        response = unexpected_error(fault.status, now, coded)
    else:
        response = Response(encoded(fault.body), fault.status)
        if response.body:
            response.headers["content-type"] = "application/json"
    if fault.content_type is not None:
        del response.headers["content-type"]
        if fault.content_type:
            response.headers["content-type"] = fault.content_type
    response.headers.update(fault.headers)
    return response


def _with_body(response: Response, body: bytes) -> Response:
    """The same response with another body, and the framing of that."""
    changed = Response(body, response.status_code)
    others = [(name, value) for name, value in response.raw_headers if name != b"content-length"]
    if response.body:
        changed.raw_headers = [*others, (b"content-length", b"%d" % len(body))]
    else:
        changed.raw_headers = response.raw_headers
    return changed


class _NoResponse(Response):
    """The connection ends without a response."""

    def __init__(self, peer: Peer, reset: bool) -> None:
        super().__init__(status_code=0)
        self._end = peer.reset if reset else peer.close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._end()


class _PartialResponse(Response):
    """A response whose head promises the body, and whose body is sent in parts."""

    def __init__(self, response: Response, peer: Peer) -> None:
        super().__init__(bytes(response.body), response.status_code)
        self.raw_headers = response.raw_headers
        self._peer = peer

    async def _send_head(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})

    async def _send_part(self, send: Send, part: bytes, more: bool = True) -> None:
        await send({"type": "http.response.body", "body": part, "more_body": more})


class _HalfResponse(_PartialResponse):
    """Half a response, then the connection is reset."""

    def __init__(self, response: Response, peer: Peer) -> None:
        super().__init__(response, peer)
        # More than none has to be promised, or an empty body would be a complete response.
        self.headers["content-length"] = str(max(len(self.body), 1))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._send_head(send)
        await self._send_part(send, bytes(self.body)[: len(self.body) // 2])
        # A reset may overtake what was sent: the client has to read it first.
        await self._peer.unless_disconnected(asyncio.sleep(0.05))
        await self._peer.reset()


class _SlowResponse(_PartialResponse):
    """A response whose body is sent byte by byte."""

    def __init__(self, response: Response, peer: Peer, pause: float) -> None:
        super().__init__(response, peer)
        self._pause = pause

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._peer.unless_disconnected(self._send_slowly(send))

    async def _send_slowly(self, send: Send) -> None:
        await self._send_head(send)
        for at in range(len(self.body)):
            await self._send_part(send, bytes(self.body[at : at + 1]))
            await asyncio.sleep(self._pause)
        await self._send_part(send, b"", more=False)
