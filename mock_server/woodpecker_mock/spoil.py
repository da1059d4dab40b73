"""Answers that go wrong, as responses like any other."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .answers import failure
from .caller import Caller
from .fault import Fault
from .fault_rules import BODILESS, encoded


def spoil(fault: Fault, own: Response | None, caller: Caller, now: str, coded: Collection[int]) -> Response:
    """What a request gets that meets this fault.

    Args:
        own: what the operation answered, if it ran.
        now: the time as error bodies write it.
        coded: the statuses that the operation answers in the form of `code` and `details`.
    """
    if fault.kind == "close" or (fault.kind == "reset" and not fault.mid_body):
        return _Silence(caller, reset=fault.kind == "reset")
    answer = _made(fault, now, coded) if own is None or fault.kind == "status" or fault.body is not None else own
    if fault.kind == "truncated":
        return _with_body(answer, bytes(answer.body)[: len(answer.body) // 2])
    if fault.kind == "reset":
        # A 204 is whole with its head: there is no middle of it.
        return _Silence(caller, reset=True) if answer.status_code in BODILESS else _Torn(answer, caller)
    if fault.kind == "slow":
        return _Drip(answer, caller, fault.pause)
    return answer


def _made(fault: Fault, now: str, coded: Collection[int]) -> Response:
    """The answer that the fault describes."""
    if fault.status in BODILESS:
        return Response(status_code=fault.status, headers=fault.headers)
    if fault.body is None:
        response = failure(fault.status, now, coded)
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


def _with_body(answer: Response, body: bytes) -> Response:
    """The same answer with another body, framed for that."""
    changed = Response(body, answer.status_code)
    rest = [(name, value) for name, value in answer.raw_headers if name != b"content-length"]
    changed.raw_headers = [*rest, (b"content-length", b"%d" % len(body))] if answer.body else answer.raw_headers
    return changed


class _Silence(Response):
    """No answer: the connection ends."""

    def __init__(self, caller: Caller, reset: bool) -> None:
        super().__init__(status_code=0)
        self._end = caller.reset if reset else caller.close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._end()


class _Partly(Response):
    """An answer whose head promises the body, and whose body comes in parts."""

    def __init__(self, answer: Response, caller: Caller) -> None:
        super().__init__(bytes(answer.body), answer.status_code)
        self.raw_headers = answer.raw_headers
        self._caller = caller

    async def _head(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})

    async def _part(self, send: Send, part: bytes, more: bool = True) -> None:
        await send({"type": "http.response.body", "body": part, "more_body": more})


class _Torn(_Partly):
    """Half an answer, then the connection is reset."""

    def __init__(self, answer: Response, caller: Caller) -> None:
        super().__init__(answer, caller)
        # More than none has to be promised, or an empty body would be a whole answer.
        self.headers["content-length"] = str(max(len(self.body), 1))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._head(send)
        await self._part(send, bytes(self.body)[: len(self.body) // 2])
        # A reset may overtake what was sent: the client is to have it first.
        await self._caller.unless_gone(asyncio.sleep(0.05))
        await self._caller.reset()


class _Drip(_Partly):
    """An answer byte by byte."""

    def __init__(self, answer: Response, caller: Caller, pause: float) -> None:
        super().__init__(answer, caller)
        self._pause = pause

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._caller.unless_gone(self._drip(send))

    async def _drip(self, send: Send) -> None:
        await self._head(send)
        for at in range(len(self.body)):
            await self._part(send, bytes(self.body[at : at + 1]))
            await asyncio.sleep(self._pause)
        await self._part(send, b"", more=False)
