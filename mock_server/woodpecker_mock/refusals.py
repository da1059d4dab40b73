"""A request that is turned down, and the envelopes in which the API says so.

400 is for what the spec calls malformed, 404 for a number that names nothing, 409 for what the present state rules out.
"""

from __future__ import annotations

from collections.abc import Sequence

from .model import Json
from .spec import Operation
from .world import World

RESOURCE_MISSING = "Requested resource does not exist"

_TITLES = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Payload Too Large",
    500: "Internal Server Error",
}
_CODES = {400: "VALIDATION_ERROR", 409: "CONFLICT", 500: "INTERNAL_SERVER_ERROR"}
_V1_CODES = {401: "E_SESSION", 403: "E_NO_PERMISSION", 404: "E_URL_NOT_FOUND", 500: "E_UNKNOWN"}


class Refused(Exception):
    """The answer is an error.

    `detail` None is the answer without a body. `row` is the row of the decision table, None when the request was let
    in and failed later. `problems` are the single findings where there are several.
    """

    def __init__(
        self, status: int, detail: str | None, *, row: int | None = None, problems: Sequence[str] = ()
    ) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.detail = detail
        self.row = row
        self.problems = list(problems) or [detail or ""]


def invalid(problems: Sequence[str]) -> Refused:
    """400 for one or more findings about the request."""
    return Refused(400, "; ".join(problems), problems=problems)


def missing() -> Refused:
    """404 for a number that names nothing in this account."""
    return Refused(404, RESOURCE_MISSING)


def envelope(refused: Refused, world: World, operation: Operation | None = None) -> Json | None:
    """The body of the answer, None for none.

    Connecting mailboxes answers its own errors as a code with details
    (https://docs.woodpecker.co/en/articles/9428731-adding-mailboxes); what the header policy refuses keeps the common
    form everywhere.
    """
    if refused.detail is None:
        return None
    own_error = refused.row is None or refused.status == 500
    if operation and own_error and refused.status in operation.code_error_statuses:
        return {"code": _CODES[refused.status], "details": refused.problems}
    if operation and operation.is_v1 and world.options.v1_errors:
        code = _V1_CODES.get(refused.status, "E_WRONG_PARAM")
        return {"status": {"status": "ERROR", "code": code, "msg": refused.detail}}
    return api_error(refused.status, refused.detail, world)


def api_error(status: int, detail: str, world: World) -> Json:
    """The common error object (https://developers.woodpecker.co/docs/agency-api/authentication-agency)."""
    return {
        "title": _TITLES[status],
        "status": status,
        "detail": detail,
        "timestamp": world.clock().strftime("%Y-%m-%d %H:%M:%S"),
    }
