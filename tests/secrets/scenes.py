"""How a call can end: the server's response, and the client's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from woodpecker_client import (
    ApiError,
    ConnectionFailed,
    RateLimited,
    ServerError,
    TimedOut,
    TransportError,
    UnexpectedResponse,
)

from . import wire


@dataclass(frozen=True)
class Scene:
    """A way for a call to end.

    Attributes:
        reply: what the server does; None for no server at all.
        raises: what every call raises, of several types one; None if each succeeds.
        any_route_succeeds: a call of a route that nobody describes accepts the response all the same.
        settings: of the client.
        logged_by_httpcore: its own records at DEBUG quote what the server sent, before anyone else sees it.
        quotes_in_success: a success brings what was sent, so the values themselves hold it; no print may show it.
        slow: made with one call for each family.
    """

    reply: wire.Reply | None
    raises: type[Exception] | tuple[type[Exception], ...] | None
    settings: dict[str, Any] = field(default_factory=dict)
    logged_by_httpcore: bool = False
    quotes_in_success: bool = False
    slow: bool = False
    any_route_succeeds: bool = False


SCENES = {
    "success": Scene(wire.success, None),
    "a success that quotes the request": Scene(wire.success_with_echo, None, quotes_in_success=True),
    "connection refused": Scene(None, ConnectionFailed),
    "reset": Scene(wire.reset, TransportError),
    "timeout": Scene(wire.silence, TimedOut, {"timeout": 0.1}, slow=True),
    "deadline": Scene(wire.silence, TimedOut, {"deadline": 0.1}, slow=True),
    "deadline while the response trickles": Scene(wire.trickle, TransportError, {"deadline": 0.2}, slow=True),
    "broken off": Scene(wire.broken_off, TransportError),
    "not HTTP": Scene(wire.not_http, TransportError, logged_by_httpcore=True),
    "broken chunks": Scene(wire.broken_chunks, TransportError, logged_by_httpcore=True),
    "400 that quotes the request": Scene(wire.v2_error(400), ApiError, logged_by_httpcore=True),
    "409 that quotes the request": Scene(wire.v2_error(409), ApiError, logged_by_httpcore=True),
    "500 that quotes the request": Scene(wire.v2_error(500), ServerError, logged_by_httpcore=True),
    "500, zipped": Scene(wire.zipped_error, ServerError),
    "v1 error that quotes the request": Scene(wire.v1_error, ApiError),
    "coded error that quotes the request": Scene(wire.coded_error, ApiError),
    "502 page that quotes the request": Scene(wire.page(502), ServerError, logged_by_httpcore=True),
    "200 page that quotes the request": Scene(
        wire.page(200), UnexpectedResponse, logged_by_httpcore=True, any_route_succeeds=True
    ),
    "200 with a media type that quotes the key": Scene(
        wire.media_type_that_quotes, UnexpectedResponse, logged_by_httpcore=True, any_route_succeeds=True
    ),
    "cut JSON": Scene(wire.cut_json, UnexpectedResponse),
    "wrong types": Scene(wire.wrong_types, UnexpectedResponse, any_route_succeeds=True),
    "a redirect that quotes the key": Scene(wire.redirect, UnexpectedResponse, logged_by_httpcore=True),
    "redirects without end": Scene(wire.redirect, TransportError, {"follow_redirects": True}, logged_by_httpcore=True),
    "retried failures": Scene(wire.v2_error(503), ServerError, {"max_retries": 2}, logged_by_httpcore=True),
    # Until the deadline, which ends between two attempts or, on a busy machine, in one.
    "retried refusals": Scene(
        wire.v2_error(429),
        (RateLimited, TimedOut),
        {"max_retries": 1, "deadline": 0.5},
        logged_by_httpcore=True,
        slow=True,
    ),
    "retried resets": Scene(wire.reset, TransportError, {"max_retries": 2}),
}
