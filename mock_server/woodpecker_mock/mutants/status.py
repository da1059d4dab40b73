"""Bugs in the status of a response."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from ..handlers.operation_call import Body, OperationCall
from ..http.problem import Problem
from ..http.requests import ParsedRequest, RawRequest
from .mutant import HANDLE, PARSE, RESPOND, MutantKind, OutgoingResponse
from .responses import error_object, with_json, with_status

status = MutantKind("status")


@status.at(RESPOND)
def created_is_200(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """What creates something returns 200 instead of 201."""
    return with_status(original(outgoing), 201, 200)


@status.at(RESPOND)
def no_content_is_200(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """A 204 is a 200 with an empty object."""
    response = original(outgoing)
    return with_json(response, {}, status=200) if response.status_code == 204 else response


@status.at(RESPOND)
def accepted_is_200(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """What is only queued returns 200 instead of 202."""
    return with_status(original(outgoing), 202, 200)


@status.at(RESPOND)
def bad_request_is_422(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """A request that is not valid gets 422 instead of 400."""
    return with_status(original(outgoing), 400, 422)


@status.at(RESPOND)
def missing_is_an_empty_200(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """What does not exist is a 200 with an empty object."""
    response = original(outgoing)
    return with_json(response, {}, status=200) if outgoing.operation and response.status_code == 404 else response


@status.at(HANDLE)
def conflict_is_400(call: OperationCall, original: Callable[[OperationCall], Body]) -> Body:
    """A conflict with what exists gets 400 instead of 409."""
    try:
        return original(call)
    except Problem as problem:
        if problem.status != 409:
            raise
        raise Problem(400, "Bad request", problem.detail) from None


@status.at(PARSE)
def large_ids_crash(request: RawRequest, original: Callable[[RawRequest], ParsedRequest]) -> ParsedRequest:
    """An id of more than 32 bits in the path gets 500."""
    parsed_request = original(request)
    if any(parsed_request.parameters[name] >= 2**31 for name in request.path):
        raise Problem(500, "Internal Server Error", "An unexpected error has occurred. Please try again later.")
    return parsed_request


@status.at(RESPOND)
def wrong_method_is_404(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """A method that a route does not have gets 404 instead of 405."""
    return with_status(original(outgoing), 405, 404)


@status.at(RESPOND)
def allow_is_missing(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """A 405 has no `Allow` header."""
    response = original(outgoing)
    del response.headers["allow"]
    return response


@status.at(RESPOND)
def body_has_another_status(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """The status in an error object is always 500."""
    response = original(outgoing)
    error = error_object(response)
    return response if error is None or "status" not in error else with_json(response, error | {"status": 500})
