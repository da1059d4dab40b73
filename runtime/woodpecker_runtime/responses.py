"""From an HTTP response to a typed value or a typed error.

The status decides first; a body is parsed only where there is one, because a 403 may be empty, a gateway's 502 is
HTML, and v1 routes report failures inside a 200.

An error may quote the request it is about: what was secret in that is masked. An answer that was to bring a secret and
cannot be read is not kept at all, for nobody knows where in it the secret stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from typing import Any, NamedTuple, TypeGuard, TypeVar, cast

import httpx
from woodpecker_auth.redaction import REDACTED, SECRETS_EXTENSION, redact, redact_bytes, redact_headers
from woodpecker_auth.secret import SecretBytes

from .arguments import secrets_in
from .errors import (
    ApiError,
    BadRequest,
    CompanyInactive,
    CompanyNotFound,
    Conflict,
    Forbidden,
    InvalidValue,
    NotFound,
    RateLimited,
    ServerError,
    Unauthorized,
    UnexpectedResponse,
)
from .operation import Operation
from .types import UNSET, Response
from .vendor_time import VendorTime

T = TypeVar("T")

_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    429: RateLimited,
}

# The statuses that v1's codes stand for, used where v1 reports a failure inside a 200.
# https://developers.woodpecker.co/docs/getting-started/rate-limiting and the vendor's error code pages.
_V1_STATUS = {
    "E_SESSION": 401,
    "E_NO_PERMISSION": 403,
    "E_URL_NOT_FOUND": 404,
    "E_RECORD_NOT_FOUND": 404,
    "E_TOO_MANY_REQUESTS": 429,
    "E_UNKNOWN": 500,
}

# Levels. The API's own answers have five.
_DEEPEST = 100


class Envelope(NamedTuple):
    """What one of the API's error bodies says, whichever of its forms it has."""

    title: str | None = None
    detail: str | None = None
    code: str | None = None
    status: int | None = None
    timestamp: VendorTime | None = None

    def without(self, secrets: list[str]) -> Envelope:
        """The same with the secrets in its texts masked."""
        title, detail, code = (said and redact(said, secrets) for said in (self.title, self.detail, self.code))
        return self._replace(title=title, detail=detail, code=code)


class Asked(NamedTuple):
    """What an answer is read as an answer to.

    Attributes:
        company: the id of the client company it was for; None for the account of the key itself.
        body: the JSON body that was sent; None if there was none.
    """

    company: int | None = None
    body: object = None


def read_answer(operation: Operation[T], response: httpx.Response, asked: Asked) -> Response[T]:
    """Read a response.

    Raises:
        ApiError: the subclass that the status, or the error inside a success, stands for.
    """
    if not response.is_success:
        raise _error(operation, response, asked, envelope_of(_json(response)))
    document = _json(response)
    if (hidden := envelope_of(document)) is not None:
        raise _error(operation, response, asked, hidden)
    try:
        parsed = operation.read(_body_or_empty(operation, response, document), operation.id)
    except InvalidValue as unreadable:
        reason = redact(str(unreadable), _secrets(response, asked))
        unreadable.args = (reason,)
        error = UnexpectedResponse(f"{_line(operation, response)}: {reason}")
        raise _fill(error, operation, response, asked, Envelope(detail=reason)) from unreadable
    brings_secrets = "secret-in-response" in operation.effects
    content = SecretBytes(response.content) if brings_secrets else response.content
    return Response(response.status_code, response.headers, content, parsed)


def _secrets(response: httpx.Response, asked: Asked) -> list[str]:
    """What the answer might quote: the key, if the transport tells it, and the secrets in the body."""
    return [*response.extensions.get(SECRETS_EXTENSION, ()), *secrets_in(asked.body)]


def _body_or_empty(operation: Operation[T], response: httpx.Response, document: object) -> object:
    if not operation.has_body:
        return None
    if not response.content and response.status_code == 204:
        # "Nothing found" instead of an empty list; a reader of anything but a list refuses it.
        return ""
    if document is UNSET:
        media_type = response.headers.get("content-type", "no content type")
        kind = "the body is empty" if not response.content else f"the body is not JSON ({media_type})"
        raise InvalidValue(kind)
    return document


def _json(response: httpx.Response) -> object:
    """The parsed body, or UNSET if there is none or it cannot be parsed."""
    media_type = response.headers.get("content-type", "")
    if not response.content or (media_type and "json" not in media_type.lower()):
        return UNSET
    try:
        document = json.loads(response.content)
    except (ValueError, RecursionError):
        return UNSET
    return UNSET if _is_too_deep(response.content, document) else document


def _is_too_deep(content: bytes, document: object) -> bool:
    """Whether a document is nested so deeply that showing, comparing or writing it could exhaust Python's stack."""
    if content.count(b"[") + content.count(b"{") <= _DEEPEST:
        return False
    level = [document]
    for _ in range(_DEEPEST):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, dict | list)]
    return bool(level)


def _parts(whole: object) -> Iterable[object]:
    if isinstance(whole, dict):
        return cast("dict[str, object]", whole).values()
    return cast("list[object]", whole) if isinstance(whole, list) else ()


def envelope_of(document: object) -> Envelope | None:
    """The error that a body carries, or None if it is none of the API's error bodies."""
    if not _is_object(document):
        return None
    v1 = document.get("status")
    if _is_object(v1) and v1.get("status") == "ERROR":
        code = _text(v1.get("code"))
        return Envelope(detail=_text(v1.get("msg")), code=code, status=_V1_STATUS.get(code or "", 400))
    if isinstance(v1, int) and v1 >= 400 and {"title", "detail"} & document.keys():
        time = document.get("timestamp")
        return Envelope(
            title=_text(document.get("title")),
            detail=_text(document.get("detail")),
            status=v1,
            timestamp=None if time is None else VendorTime(time),
        )
    if isinstance(document.get("code"), str) and document.keys() <= {"code", "message", "details"}:
        details = document.get("details")
        lines: list[Any] = [document.get("message"), *(details if isinstance(details, list) else [details])]
        said = "; ".join(str(line) for line in lines if line) or None
        return Envelope(detail=_text(said), code=_text(document["code"]))
    return None


def _error(operation: Operation[Any], response: httpx.Response, asked: Asked, envelope: Envelope | None) -> ApiError:
    kind = _class_of(response.status_code, envelope or Envelope())
    secrets = _secrets(response, asked)
    said = (envelope or Envelope()).without(secrets)
    said_line = ": ".join(part for part in (said.code, said.title, said.detail) if part)
    error = kind(f"{_line(operation, response)}: {said_line or redact(_unsaid(response), secrets)}")
    return _fill(error, operation, response, asked, said)


def _class_of(status: int, said: Envelope) -> type[ApiError]:
    if 300 <= status < 400:
        return UnexpectedResponse
    if status < 300:
        if said.status is None:
            return ApiError if said.code else UnexpectedResponse
        status = said.status
    detail = (said.detail or "").casefold()
    if status == 409 and said.code == "E_TOO_MANY_REQUESTS":
        return RateLimited
    if status == 404 and detail == "company not found":
        return CompanyNotFound
    if status == 409 and detail == "company is inactive":
        return CompanyInactive
    return _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)


def _line(operation: Operation[Any], response: httpx.Response) -> str:
    return f"{response.status_code} from {operation.id} ({operation.method} {operation.path})"


def _unsaid(response: httpx.Response) -> str:
    if response.is_redirect:
        return "a redirect, which is not followed unless follow_redirects=True"
    if not response.content:
        return "no body"
    return f"a body of {response.headers.get('content-type', 'no content type')}"


def _fill(
    error: ApiError, operation: Operation[Any], response: httpx.Response, asked: Asked, said: Envelope
) -> ApiError:
    secrets = _secrets(response, asked)
    moment = said.timestamp.datetime if said.timestamp is not None else None
    error.operation = operation.id
    error.company = asked.company
    error.method = response.request.method
    error.url = str(response.request.url)
    error.status = response.status_code
    error.title, error.detail, error.code = said.title, said.detail, said.code
    error.timestamp = moment.astimezone(UTC) if moment else None
    error.headers = redact_headers(response.headers, secrets)
    error.body = _without_secrets(operation, response, said, secrets)
    return error


def _without_secrets(operation: Operation[Any], response: httpx.Response, said: Envelope, secrets: list[str]) -> bytes:
    understood = not response.is_success and any(said)
    if "secret-in-response" in operation.effects and not understood:
        return REDACTED.encode() if response.content else b""
    return redact_bytes(response.content, secrets)


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _text(value: object) -> str | None:
    """A value as a text that can be printed: halves of characters, which JSON can hold, become U+FFFD."""
    if value is None:
        return None
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
