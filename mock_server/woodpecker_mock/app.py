"""The mock as an ASGI app: the API, and the console beside it."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .api import Mock
from .console import Console
from .limits import Limits
from .seed import default_world
from .world import World

LIMITS = Limits()
"""The vendor's."""


def create_app(world: World | None = None, *, limits: Limits | None = LIMITS, latency: float = 0.0) -> Starlette:
    """The mock as an ASGI app; `app.state.mock` is the `Mock`, `app.state.world` its world.

    Args:
        world: what it knows; the seeded world if left out.
        limits: how many requests each account may have at once; None for as many as there are.
        latency: seconds that every accepted request takes.

    Raises:
        ValueError: the latency is negative.
    """
    mock = Mock(world or default_world(), limits, latency)
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
