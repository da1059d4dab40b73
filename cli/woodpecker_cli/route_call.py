"""What `woodpecker api` does: one request, its response or what is wrong with it."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Literal, NamedTuple, cast

import httpx
from woodpecker_auth import DEFAULT_BASE_URL, OWN_ACCOUNT, BaseUrl, ClientKey, CompanyScope, HQKey, Key, Scope, Secret
from woodpecker_runtime.any_route import any_request
from woodpecker_runtime.arguments import secrets_in
from woodpecker_runtime.errors import ApiError, WoodpeckerError
from woodpecker_runtime.operation import OperationRequest
from woodpecker_runtime.options import ClientOptions, connect
from woodpecker_runtime.types import UNSET, Response

from .described import with_outcome_check, with_secrets
from .dry_run import DryRun
from .exit_status import ExitStatus
from .failures import message_of, status_of
from .inputs import company_id, file_text, json_of, query_of, seconds, standard_input
from .output import Output
from .usage import UsageError

# Retries are logged as warnings, which Python prints where nobody handles them.
logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())


class RouteCall(NamedTuple):
    """A call as the command line has it."""

    method: str
    path: str
    params: list[str]
    json: str | None
    retry: str | None
    deadline: str | None


class KeySource(NamedTuple):
    """Where the key is, what it opens, and the account that is meant."""

    file: str | None
    is_clients: bool
    base_url: str | None
    company: str | None
    own_account: bool


def run(call: RouteCall, source: KeySource, *, include: bool, dry_run: bool) -> int:
    """Send the call and print its response.

    Raises:
        UsageError: something on the command line cannot be used.
    """
    if source.file == "-" and call.json == "-":
        raise UsageError("--api-key-file and --json cannot both read standard input")
    key = _key_text(source)
    body = None if call.json is None else with_secrets(json_of(call.json))
    output = Output([key, *secrets_in(body)])
    rehearsal = DryRun() if dry_run else None
    try:
        response = _send(call, body, key, source, rehearsal)
    except WoodpeckerError as failure:
        if include and isinstance(failure, ApiError) and failure.status:
            _print_response(output, failure.status, failure.headers, failure.body, include)
        output.complain(message_of(failure, call.path))
        return status_of(failure)
    if rehearsal is not None:
        rehearsal.print(output)
    else:
        _print_response(output, response.status_code, response.headers, response.content, include)
    return ExitStatus.SUCCESS


def _send(call: RouteCall, body: Any, key: Secret, source: KeySource, rehearsal: DryRun | None) -> Response[Any]:
    request = _request(call, body)
    base_url = BaseUrl(source.base_url or os.environ.get("WOODPECKER_BASE_URL") or DEFAULT_BASE_URL)
    deadline = UNSET if call.deadline is None else seconds(call.deadline)
    client = connect(_key(key, source), _scope(source), base_url, ClientOptions(), transport=rehearsal)
    try:
        return client.call(request, deadline=deadline)
    finally:
        client.close()


def _request(call: RouteCall, body: Any) -> OperationRequest[Any]:
    # Both are checked there.
    method, retry = cast("Any", call.method), cast("Any", call.retry)
    request = any_request(method, call.path, query_of(call.params), body, UNSET if retry is None else retry)
    return with_outcome_check(request)


def _key_text(source: KeySource) -> Secret:
    if source.file == "-":
        text = standard_input("--api-key-file")
    elif source.file is not None:
        text = file_text(source.file, "--api-key-file")
    else:
        text = os.environ.get("WOODPECKER_API_KEY", "")
    # A file ends with a line break.
    key = Secret(text if source.file is None else text.strip())
    if not key:
        raise UsageError("there is no key: set WOODPECKER_API_KEY, or give --api-key-file FILE ('-': standard input)")
    return key


def _key(text: Secret, source: KeySource) -> Key:
    return ClientKey(text) if _kind(source) == "client" else HQKey(text)


def _kind(source: KeySource) -> Literal["client", "hq"]:
    if source.is_clients:
        return "client"
    match os.environ.get("WOODPECKER_KEY_KIND"):
        case None | "" | "hq":
            return "hq"
        case "client":
            return "client"
        case _:
            raise UsageError("the variable WOODPECKER_KEY_KIND should be 'hq' or 'client'")


def _scope(source: KeySource) -> Scope | None:
    if source.company is not None and source.own_account:
        raise UsageError("--company and --own-account are two accounts: give one of them")
    if source.company is not None:
        return CompanyScope(company_id(source.company))
    return OWN_ACCOUNT if source.own_account else None


def _print_response(output: Output, status: int, headers: httpx.Headers, content: bytes, include: bool) -> None:
    if include:
        phrase = ""
        with suppress(ValueError):
            phrase = f" {HTTPStatus(status).phrase}"
        output.head(f"{status}{phrase}", headers)
    if content:
        output.body(content)
