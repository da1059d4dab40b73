"""The API's responses that are no success."""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus

from starlette.responses import JSONResponse, Response

from .problem import Problem

_UNEXPECTED = "An unexpected error has occurred. Please try again later."


def problem_response(
    problem: Problem, now: str, coded: Collection[int] = (), headers: dict[str, str] | None = None
) -> Response:
    """The response to a request that is rejected.

    Args:
        now: the time as error bodies show it.
        coded: the statuses whose body has the form of `code` and `details`.
    """
    if problem.title is None:
        return Response(status_code=problem.status, headers=headers)
    # The policy's own errors keep the common form on every route.
    if problem.row is None and problem.status in coded:
        return _coded(problem.status, problem.title, problem.detail.split("; "), headers)
    return _common(problem.status, problem.title, problem.detail, now, headers)


def unexpected_error(status: int, now: str, coded: Collection[int] = ()) -> Response:
    """The API's error object for any status, the one for 500 to the letter; arguments as for `problem_response`."""
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = "Error"
    if status in coded:
        return _coded(status, title, [_UNEXPECTED])
    return _common(status, title, _UNEXPECTED, now)


def too_many_requests(late: bool, now: str) -> Response:
    """The response over the limit, whose body the vendor does not document: the common form is the likeliest."""
    detail = "The request waited too long in the account's queue" if late else "The account's queue is full"
    return _common(429, "Too Many Requests", detail, now)


def too_many_requests_v1() -> Response:
    """The v1 API's response over the limit."""
    status = {"status": "ERROR", "code": "E_TOO_MANY_REQUESTS", "msg": "Too many simultaneous requests"}
    return JSONResponse({"status": status}, 409)


def no_such_v1_route(status: int, headers: dict[str, str] | None) -> Response:
    """The v1 API's response to a path, or a method of it, that it does not have."""
    error = {"status": "ERROR", "code": "E_URL_NOT_FOUND", "msg": "No such address"}
    return JSONResponse({"status": error}, status, headers)


def _coded(status: int, title: str, details: list[str], headers: dict[str, str] | None = None) -> Response:
    body = {"code": title.upper().replace(" ", "_"), "details": details}
    return JSONResponse(body, status, headers)


def _common(status: int, title: str, detail: str, now: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"title": title, "status": status, "detail": detail, "timestamp": now}, status, headers)
