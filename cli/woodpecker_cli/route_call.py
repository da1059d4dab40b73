"""What `woodpecker api` does: one request, its response or what is wrong with it."""

from __future__ import annotations

import logging
from contextlib import suppress
from http import HTTPStatus
from typing import Any, NamedTuple, cast

import httpx
from woodpecker_auth import Scope
from woodpecker_runtime.any_route import any_request
from woodpecker_runtime.arguments import secrets_in
from woodpecker_runtime.errors import ApiError, WoodpeckerError
from woodpecker_runtime.operation import OperationRequest
from woodpecker_runtime.options import ClientOptions, connect
from woodpecker_runtime.types import UNSET, Response

from .described import with_outcome_check, with_secrets
from .dry_run import DryRun, RehearsedError
from .exit_status import ExitStatus
from .failures import interruption_told, message_of, status_of
from .inputs import json_of, query_of, seconds
from .keys.source import Access, KeySource, access
from .output import Output
from .usage import UsageError

# Retries are logged as warnings, which Python prints where nobody handles them.
logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())


class RouteCall(NamedTuple):
    """A call as the command line has it."""

    method: str
    path: str
    params: tuple[str, ...]
    json: str | None
    retry: str | None
    deadline: str | None


def run(call: RouteCall, source: KeySource, *, include: bool, dry_run: bool) -> int:
    """Send the call and print its response.

    Raises:
        UsageError: something on the command line cannot be used.
    """
    if source.api_key_file == "-" and call.json == "-":
        raise UsageError("--api-key-file and --json cannot both read standard input")
    key = access(source)
    body = None if call.json is None else with_secrets(json_of(call.json))
    output = Output([key.text, *secrets_in(body)])
    rehearsal = DryRun()
    try:
        response = _send(call, body, key, source.scope(), rehearsal if dry_run else None, output)
    except RehearsedError:
        rehearsal.print(output)
        return ExitStatus.SUCCESS
    except WoodpeckerError as failure:
        if include and isinstance(failure, ApiError) and failure.status:
            _print_response(output, failure.status, failure.headers, failure.body, include)
        output.complain(message_of(failure, call.path))
        return status_of(failure)
    _print_response(output, response.status_code, response.headers, response.content, include)
    return ExitStatus.SUCCESS


def _send(
    call: RouteCall, body: Any, key: Access, scope: Scope | None, rehearsal: DryRun | None, output: Output
) -> Response[Any]:
    request = _request(call, body)
    deadline = UNSET if call.deadline is None else seconds(call.deadline)
    client = connect(key.key, scope, key.url, ClientOptions(), transport=rehearsal)
    try:
        with interruption_told(request.operation.outcome_check, output):
            return client.call(request, deadline=deadline)
    finally:
        client.close()


def _request(call: RouteCall, body: Any) -> OperationRequest[Any]:
    # Both are checked there.
    method, retry = cast("Any", call.method), cast("Any", call.retry)
    request = any_request(method, call.path, query_of(call.params), body, UNSET if retry is None else retry)
    return with_outcome_check(request)


def _print_response(output: Output, status: int, headers: httpx.Headers, content: bytes, include: bool) -> None:
    if include:
        phrase = ""
        with suppress(ValueError):
            phrase = f" {HTTPStatus(status).phrase}"
        output.head(f"{status}{phrase}", headers)
    if content:
        output.body(content)
