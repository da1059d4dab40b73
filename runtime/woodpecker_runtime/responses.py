"""From an HTTP response to a typed value or a typed error.

The status decides first; a body is parsed only where there is one, because a 403 may be empty, a gateway's 502 is
HTML, and v1 routes report failures inside a 200.

An error may quote its request: the request's secrets are redacted. A response that should hold a secret and cannot be
read is not kept at all, because nobody knows where in it the secret is.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any, NamedTuple, TypeVar

import httpx
from woodpecker_auth.redaction import REDACTED, SECRETS_EXTENSION, redact, redact_bytes, redact_headers
from woodpecker_auth.secret import SecretBytes

from .arguments import secrets_in
from .error_envelope import ErrorEnvelope, error_envelope_of
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
from .json_body import json_body
from .operation import Operation
from .types import UNSET, Response

T = TypeVar("T")

_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    429: RateLimited,
}


class RequestContext(NamedTuple):
    """What a response belongs to.

    Attributes:
        company: the id of the client company it was for; None for the account of the key itself.
        body: the JSON body that was sent; None if there was none.
    """

    company: int | None = None
    body: object = None


def read_response(operation: Operation[T], response: httpx.Response, context: RequestContext) -> Response[T]:
    """Read a response.

    Raises:
        ApiError: the subclass that the status, or the error inside a success, stands for.
    """
    document = json_body(response)
    envelope = error_envelope_of(document)  # of a success, too: v1 routes report failures inside a 200
    if envelope is not None or not response.is_success:
        raise _error(operation, response, context, envelope)
    try:
        parsed = operation.read(_body_or_empty(operation, response, document), operation.id)
    except InvalidValue as unreadable:
        reason = redact(str(unreadable), _secrets(response, context))
        unreadable.args = (reason,)
        error = UnexpectedResponse(f"{_line(operation, response)}: {reason}")
        raise _fill(error, operation, response, context, ErrorEnvelope(detail=reason)) from unreadable
    brings_secrets = "secret-in-response" in operation.effects
    content = SecretBytes(response.content) if brings_secrets else response.content
    return Response(response.status_code, response.headers, content, parsed)


def _secrets(response: httpx.Response, context: RequestContext) -> list[str]:
    """What the response might quote: the key, if the transport tells it, and the secrets in the body."""
    return [*response.extensions.get(SECRETS_EXTENSION, ()), *secrets_in(context.body)]


def _body_or_empty(operation: Operation[T], response: httpx.Response, document: object) -> object:
    if operation.has_body is None and not _claims_json(response):
        return None if document is UNSET else document
    if operation.has_body is False:
        return None
    if not response.content and response.status_code == 204:
        # "Nothing found" instead of an empty list; a reader of anything but a list refuses it.
        return ""
    if document is UNSET:
        media_type = response.headers.get("content-type", "no content type")
        kind = "the body is empty" if not response.content else f"the body is not JSON ({media_type})"
        raise InvalidValue(kind)
    return document


def _claims_json(response: httpx.Response) -> bool:
    return bool(response.content) and "json" in response.headers.get("content-type", "").lower()


def _error(
    operation: Operation[Any], response: httpx.Response, context: RequestContext, envelope: ErrorEnvelope | None
) -> ApiError:
    kind = _class_of(response.status_code, envelope or ErrorEnvelope())
    secrets = _secrets(response, context)
    redacted = (envelope or ErrorEnvelope()).without(secrets)
    reason = ": ".join(part for part in (redacted.code, redacted.title, redacted.detail) if part)
    error = kind(f"{_line(operation, response)}: {reason or redact(_body_description(response), secrets)}")
    return _fill(error, operation, response, context, redacted)


def _class_of(status: int, envelope: ErrorEnvelope) -> type[ApiError]:
    if 300 <= status < 400:
        return UnexpectedResponse
    if status < 300:
        if envelope.status is None:
            return ApiError if envelope.code else UnexpectedResponse
        status = envelope.status
    detail = (envelope.detail or "").casefold()
    if status == 409 and envelope.code == "E_TOO_MANY_REQUESTS":
        return RateLimited
    if status == 404 and detail == "company not found":
        return CompanyNotFound
    if status == 409 and detail == "company is inactive":
        return CompanyInactive
    return _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)


def _line(operation: Operation[Any], response: httpx.Response) -> str:
    return f"{response.status_code} from {operation.id} ({operation.method} {operation.path})"


def _body_description(response: httpx.Response) -> str:
    if response.is_redirect:
        return "a redirect, which is not followed unless follow_redirects=True"
    if not response.content:
        # The one status that comes without a body for reasons that are known.
        reason = "; the key or the role of its user may not allow it" if response.status_code == 403 else ""
        return f"no body{reason}"
    return f"a body of {response.headers.get('content-type', 'no content type')}"


def _fill(
    error: ApiError,
    operation: Operation[Any],
    response: httpx.Response,
    context: RequestContext,
    envelope: ErrorEnvelope,
) -> ApiError:
    secrets = _secrets(response, context)
    moment = envelope.timestamp.datetime if envelope.timestamp is not None else None
    error.operation = operation.id
    error.company = context.company
    error.method = response.request.method
    error.url = str(response.request.url)
    error.status = response.status_code
    error.title, error.detail, error.code = envelope.title, envelope.detail, envelope.code
    error.timestamp = moment.astimezone(UTC) if moment else None
    error.headers = redact_headers(response.headers, secrets)
    error.body = _without_secrets(operation, response, envelope, secrets)
    return error


def _without_secrets(
    operation: Operation[Any], response: httpx.Response, envelope: ErrorEnvelope, secrets: list[str]
) -> bytes:
    understood = not response.is_success and any(envelope)
    # What the spec does not describe may bring a secret as well.
    may_bring_secrets = "secret-in-response" in operation.effects or (
        operation.has_body is None and response.is_success
    )
    if may_bring_secrets and not understood:
        return REDACTED.encode() if response.content else b""
    return redact_bytes(response.content, secrets)
