"""The mock as an ASGI app: the API, and the console beside it."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .api import Mock
from .console import Console
from .limits import Limits
from .seed import default_world
from .settings import BATCH_SECONDS, Settings
from .world import World

LIMITS = Limits()
"""The vendor's."""


def create_app(
    world: World | None = None,
    *,
    limits: Limits | None = LIMITS,
    latency: float = 0.0,
    batch_seconds: float = BATCH_SECONDS,
    older_totals: bool = False,
    deviations: Iterable[str] = (),
) -> Starlette:
    """The mock as an ASGI app; `app.state.mock` is the `Mock`, `app.state.world` its world.

    Args:
        world: what it knows; the seeded world if left out.
        limits: how many requests each account may have at once; None for as many as there are.
        latency: seconds that every accepted request takes.
        batch_seconds: seconds that each mailbox of a batch takes to be connected.
        older_totals: call deliverability's totals as an older vendor page does.
        deviations: names of those in which it differs from the API, out of `DEVIATIONS`.

    Raises:
        ValueError: a number of seconds is negative, or there is no such deviation.
    """
    mock = Mock(world or default_world(), limits, Settings(latency, batch_seconds, older_totals), deviations)
    app = Starlette(
        # Some generators drop a server's base path, so the API answers without it, too.
        routes=[*Console(mock).routes(), Route("/rest/{path:path}", mock), Route("/{path:path}", mock)],
        exception_handlers={ClientDisconnect: _gone, HTTPException: _no_page},
    )
    app.state.world = mock.world
    app.state.mock = mock
    return app


async def _gone(request: Request, error: Exception) -> Response:
    # The client hung up while sending; nobody reads this.
    return Response(status_code=400)


async def _no_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return JSONResponse({"detail": "no such page of the mock"}, status)
