"""Resource methods that return the whole response instead of its parsed value."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from .client import AsyncClient, Client
from .operation import OperationRequest
from .types import UNSET, Response, Timeout, Unset

R = TypeVar("R")
T = TypeVar("T")
P = ParamSpec("P")


class _KeepsResponse(Client):
    """A client for one call, over the connections of another one, that keeps the response."""

    response: Response[Any]

    def __init__(self, client: Client) -> None:
        vars(self).update(vars(client))

    def call(
        self,
        request: OperationRequest[T],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[T]:
        response = self.response = super().call(request, timeout, deadline)
        return response


class _AsyncKeepsResponse(AsyncClient):
    response: Response[Any]

    def __init__(self, client: AsyncClient) -> None:
        vars(self).update(vars(client))

    async def call(
        self,
        request: OperationRequest[T],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[T]:
        response = self.response = await super().call(request, timeout, deadline)
        return response


def raw(
    resource: Callable[[Client], R], method: Callable[Concatenate[R, P], T], client: Client
) -> Callable[P, Response[T]]:
    """The method of a resource, returning status, headers and content beside the parsed value."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> Response[T]:
        once = _KeepsResponse(client)
        try:
            method(resource(once), *args, **kwargs)
        finally:
            del args, kwargs  # tracebacks can show locals
        return once.response

    return call


def raw_async(
    resource: Callable[[AsyncClient], R], method: Callable[Concatenate[R, P], Awaitable[T]], client: AsyncClient
) -> Callable[P, Coroutine[Any, Any, Response[T]]]:
    """`raw` for asyncio."""

    @wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> Response[T]:
        once = _AsyncKeepsResponse(client)
        try:
            result = method(resource(once), *args, **kwargs)
        finally:
            del args, kwargs  # tracebacks can show locals
        await result
        return once.response

    return call
