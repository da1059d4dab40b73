"""Requests that are invalid in one respect."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .draw import Draw
from .known import Known
from .requests import PlannedRequest

Change = Callable[[PlannedRequest, Draw, Known], None]

BAD_KEY = frozenset({400, 401})
"""What comes first if another change has spoilt the key."""


def _key(request: PlannedRequest, key: str | None) -> None:
    request.headers = [one for one in request.headers if one[0] != "x-api-key"]
    if key is not None:
        request.headers.append(("x-api-key", key))


def _context(request: PlannedRequest, text: object) -> None:
    request.headers = [*(one for one in request.headers if one[0] != "x-company-id"), ("x-company-id", str(text))]


def no_key(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _key(request, None)


def nobodys_key(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _key(request, f"{draw.number(10**9)}.nobodys")


def two_keys(request: PlannedRequest, draw: Draw, known: Known) -> None:
    request.headers.append(("x-api-key", draw.one(known.healthy)["keys"][0]["key"]))


def a_key_without_access(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _key(request, draw.one(known.without_access)["keys"][0]["key"])


def a_client_key(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _key(request, draw.one(draw.one(known.healthy)["companies"])["keys"][0]["key"])


def another_agencys_key(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _key(request, draw.one(known.healthy)["keys"][0]["key"])


def a_context(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _context(request, draw.one(draw.one(known.healthy)["companies"])["id"])


def a_context_that_is_none(request: PlannedRequest, draw: Draw, known: Known) -> None:
    _context(request, draw.one(("none", "", "-1", "1.5", "9" * 30, "0")))


def an_id_that_is_none(request: PlannedRequest, draw: Draw, known: Known) -> None:
    none = draw.one(("0", "-1", "x", "9" * 30, "%00", "7"))
    request.path = "/".join(none if part.isdigit() else part for part in request.path.split("/"))


def a_number_that_is_none(request: PlannedRequest, draw: Draw, known: Known) -> None:
    name = draw.one(("page", "per_page", "active", "role", "from"))
    request.query[name] = draw.one(("", "x", "-1", "0", "9" * 30, "\0"))


def half_a_body(request: PlannedRequest, draw: Draw, known: Known) -> None:
    if request.body:
        request.body = request.body[: draw.number(len(request.body))]


def noise_for_a_body(request: PlannedRequest, draw: Draw, known: Known) -> None:
    request.body = draw.one((b"", b"\0\xff", b"[" * 5000, b'{"a":' * 300 + b"1" + b"}" * 300, b"1e999", b"null", b"[]"))


def a_body_of_another_type(request: PlannedRequest, draw: Draw, known: Known) -> None:
    request.headers = [one for one in request.headers if one[0] != "content-type"]
    request.headers.append(("content-type", draw.one(("text/plain", "", "application/jsons", "multipart/form-data"))))


def another_value_in_the_body(request: PlannedRequest, draw: Draw, known: Known) -> None:
    if request.body:
        value = json.loads(request.body)
        _bend(value, draw)
        request.body = json.dumps(value).encode()


def _bend(value: Any, draw: Draw) -> None:
    """Change one value somewhere, or drop a member. How many items there are stays, by which companies are counted."""
    name = draw.one(list(value) if isinstance(value, dict) else range(len(value)))
    if isinstance(value[name], dict | list) and value[name] and draw.chance(0.7):
        _bend(value[name], draw)
    elif isinstance(value, dict) and draw.chance(0.3):
        del value[name]
    else:
        value[name] = draw.one((None, 0, -1, 2**70, 1.5, "", "x" * 3000, [], {}, True, "\0"))


def no_such_path(request: PlannedRequest, draw: Draw, known: Known) -> None:
    request.operation, request.statuses = None, BAD_KEY | {404}
    request.path = draw.one(("/none", "/v1", "/v3/mailboxes", f"/none{request.path}", "/v2/agency/companies/1/none"))


def no_such_method(request: PlannedRequest, draw: Draw, known: Known) -> None:
    request.operation, request.statuses = None, BAD_KEY | {405}
    request.method = draw.one(("OPTIONS", "TRACE", "PROPFIND", "LINK"))


CHANGES: tuple[Change, ...] = (
    no_key,
    nobodys_key,
    two_keys,
    a_key_without_access,
    a_client_key,
    another_agencys_key,
    a_context,
    a_context_that_is_none,
    an_id_that_is_none,
    a_number_that_is_none,
    half_a_body,
    noise_for_a_body,
    a_body_of_another_type,
    another_value_in_the_body,
    no_such_path,
    no_such_method,
)
