"""Faults in the status of an answer."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from ..call import Body, Call
from ..deviation import ANSWER, HANDLE, READ, Given, Kind
from ..policy import Problem
from ..sent import Read, Sent
from .wording import error_in, restated, saying

status = Kind("status")


@status.at(ANSWER)
def created_is_200(given: Given, right: Callable[[Given], Response]) -> Response:
    """What creates something answers 200 instead of 201."""
    return restated(right(given), 201, 200)


@status.at(ANSWER)
def no_content_is_200(given: Given, right: Callable[[Given], Response]) -> Response:
    """What answers 204 answers 200 with an empty object."""
    response = right(given)
    return saying(response, {}, status=200) if response.status_code == 204 else response


@status.at(ANSWER)
def accepted_is_200(given: Given, right: Callable[[Given], Response]) -> Response:
    """What is only queued answers 200 instead of 202."""
    return restated(right(given), 202, 200)


@status.at(ANSWER)
def bad_request_is_422(given: Given, right: Callable[[Given], Response]) -> Response:
    """A request that is not valid is answered 422 instead of 400."""
    return restated(right(given), 400, 422)


@status.at(ANSWER)
def missing_is_an_empty_200(given: Given, right: Callable[[Given], Response]) -> Response:
    """What does not exist is answered 200 with an empty object."""
    response = right(given)
    return saying(response, {}, status=200) if given.operation and response.status_code == 404 else response


@status.at(HANDLE)
def conflict_is_400(call: Call, right: Callable[[Call], Body]) -> Body:
    """A conflict with what exists is answered 400 instead of 409."""
    try:
        return right(call)
    except Problem as problem:
        if problem.status != 409:
            raise
        raise Problem(400, "Bad request", problem.detail) from None


@status.at(READ)
def large_ids_crash(sent: Sent, right: Callable[[Sent], Read]) -> Read:
    """An id of more than 32 bits in the path is answered 500."""
    read = right(sent)
    if any(read.parameters[name] >= 2**31 for name in sent.path):
        raise Problem(500, "Internal Server Error", "An unexpected error has occurred. Please try again later.")
    return read


@status.at(ANSWER)
def wrong_method_is_404(given: Given, right: Callable[[Given], Response]) -> Response:
    """A method that a route does not have is answered 404 instead of 405."""
    return restated(right(given), 405, 404)


@status.at(ANSWER)
def allow_is_missing(given: Given, right: Callable[[Given], Response]) -> Response:
    """A 405 does not say which methods the route has."""
    response = right(given)
    del response.headers["allow"]
    return response


@status.at(ANSWER)
def body_says_another_status(given: Given, right: Callable[[Given], Response]) -> Response:
    """The status in an error object is always 500."""
    response = right(given)
    error = error_in(response)
    return response if error is None or "status" not in error else saying(response, error | {"status": 500})
