"""The mock as an ASGI app: the API, and the console beside it."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..api.endpoint import ApiEndpoint
from ..api.mock import Mock
from ..console.console import Console
from ..rules.limits import Limits
from ..rules.settings import BATCH_SECONDS, Settings
from ..world.sample_worlds import default_world
from ..world.world import World

# Pages with a form for requests, such as the rendered spec, that are opened from this machine.
_LOCAL_PAGES = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?"

LIMITS = Limits()
"""The vendor's."""


def create_app(
    world: World | None = None,
    *,
    limits: Limits | None = LIMITS,
    latency: float = 0.0,
    batch_seconds: float = BATCH_SECONDS,
    older_totals: bool = False,
    mutants: Iterable[str] = (),
    allow_hosts: Iterable[str] = (),
) -> Starlette:
    """The mock as an ASGI app; `app.state.mock` is the `Mock`, `app.state.world` its world.

    Args:
        world: the seeded world if left out.
        limits: how many requests each account may have at once; None for any number.
        latency: seconds that every accepted request takes.
        batch_seconds: seconds that each mailbox of a batch takes to be connected.
        older_totals: use the names of deliverability's totals that an older vendor page has.
        mutants: names of those that are enabled, out of `MUTANTS`.
        allow_hosts: names under which browsers may open the mock's pages, beside localhost and addresses.

    Raises:
        ValueError: a number of seconds is negative, or there is no such mutant.
    """
    mock = Mock(world or default_world(), limits, Settings(latency, batch_seconds, older_totals), mutants)
    api = CORSMiddleware(
        ApiEndpoint(mock),
        allow_origin_regex=_LOCAL_PAGES,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["x-api-key", "x-company-id", "content-type"],
    )
    app = Starlette(
        # The API first: routes are tried one after the other.
        routes=[Route("/rest/{path:path}", api), *Console(mock, allow_hosts).routes()],
        exception_handlers={ClientDisconnect: _disconnected, HTTPException: _not_found},
    )
    # A redirect from `/rest` to `/rest/` would hide that the base path is wrong.
    app.router.redirect_slashes = False
    app.state.world = mock.world
    app.state.mock = mock
    return app


async def _disconnected(request: Request, error: Exception) -> Response:
    # The client disconnected while sending; nobody reads this.
    return Response(status_code=400)


async def _not_found(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return JSONResponse({"detail": "no such page of the mock"}, status)
