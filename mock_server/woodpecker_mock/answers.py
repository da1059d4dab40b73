"""How the API words what is no success."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response

from .policy import Problem

_FAULT = "An unexpected error has occurred. Please try again later."


def refusal(problem: Problem, now: str, coded: bool = False, headers: dict[str, str] | None = None) -> Response:
    """The answer to a request that is refused.

    Args:
        now: the time as error bodies write it.
        coded: whether the operation has errors of the form `code` and `details`.
    """
    if problem.title is None:
        return Response(status_code=problem.status, headers=headers)
    # The policy's own refusals keep the common form on every route.
    if coded and problem.row is None and problem.status in {400, 409}:
        body = {"code": problem.title.upper().replace(" ", "_"), "details": problem.detail.split("; ")}
        return JSONResponse(body, problem.status)
    return _common(problem.status, problem.title, problem.detail, now, headers)


def failure(status: int, now: str) -> Response:
    """The API's error object for any status, the one for 500 to the letter."""
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = "Error"
    return _common(status, title, _FAULT, now)


def too_many(late: bool, now: str) -> Response:
    """The answer over the limit, whose body the vendor does not document: the common form is the likeliest."""
    detail = "The request waited too long in the account's queue" if late else "The account's queue is full"
    return _common(429, "Too Many Requests", detail, now)


def too_many_v1() -> Response:
    """The v1 API's answer over the limit."""
    status = {"status": "ERROR", "code": "E_TOO_MANY_REQUESTS", "msg": "Too many simultaneous requests"}
    return JSONResponse({"status": status}, 409)


def _common(status: int, title: str, detail: str, now: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"title": title, "status": status, "detail": detail, "timestamp": now}, status, headers)
