"""Requests that are wrong in one thing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .asking import Asked
from .draw import Draw
from .known import Known

Spoil = Callable[[Asked, Draw, Known], None]


def _key(asked: Asked, key: str | None) -> None:
    asked.headers = [one for one in asked.headers if one[0] != "x-api-key"]
    if key is not None:
        asked.headers.append(("x-api-key", key))


def _context(asked: Asked, text: object) -> None:
    asked.headers = [*(one for one in asked.headers if one[0] != "x-company-id"), ("x-company-id", str(text))]


def no_key(asked: Asked, draw: Draw, known: Known) -> None:
    _key(asked, None)


def nobodys_key(asked: Asked, draw: Draw, known: Known) -> None:
    _key(asked, f"{draw.number(10**9)}.nobodys")


def two_keys(asked: Asked, draw: Draw, known: Known) -> None:
    asked.headers.append(("x-api-key", draw.one(known.healthy)["keys"][0]["key"]))


def a_key_without_access(asked: Asked, draw: Draw, known: Known) -> None:
    _key(asked, draw.one(known.refused)["keys"][0]["key"])


def a_client_key(asked: Asked, draw: Draw, known: Known) -> None:
    _key(asked, draw.one(draw.one(known.healthy)["companies"])["keys"][0]["key"])


def another_agencys_key(asked: Asked, draw: Draw, known: Known) -> None:
    _key(asked, draw.one(known.healthy)["keys"][0]["key"])


def a_context(asked: Asked, draw: Draw, known: Known) -> None:
    _context(asked, draw.one(draw.one(known.healthy)["companies"])["id"])


def a_context_that_is_none(asked: Asked, draw: Draw, known: Known) -> None:
    _context(asked, draw.one(("none", "", "-1", "1.5", "9" * 30, "0")))


def an_id_that_is_none(asked: Asked, draw: Draw, known: Known) -> None:
    none = draw.one(("0", "-1", "x", "9" * 30, "%00", "7"))
    asked.path = "/".join(none if part.isdigit() else part for part in asked.path.split("/"))


def a_number_that_is_none(asked: Asked, draw: Draw, known: Known) -> None:
    name = draw.one(("page", "per_page", "active", "role", "from"))
    asked.query[name] = draw.one(("", "x", "-1", "0", "9" * 30, "\0"))


def half_a_body(asked: Asked, draw: Draw, known: Known) -> None:
    if asked.body:
        asked.body = asked.body[: draw.number(len(asked.body))]


def noise_for_a_body(asked: Asked, draw: Draw, known: Known) -> None:
    asked.body = draw.one((b"", b"\0\xff", b"[" * 5000, b'{"a":' * 300 + b"1" + b"}" * 300, b"1e999", b"null", b"[]"))


def a_body_of_another_type(asked: Asked, draw: Draw, known: Known) -> None:
    asked.headers = [one for one in asked.headers if one[0] != "content-type"]
    asked.headers.append(("content-type", draw.one(("text/plain", "", "application/jsons", "multipart/form-data"))))


def another_value_in_the_body(asked: Asked, draw: Draw, known: Known) -> None:
    if asked.body:
        value = json.loads(asked.body)
        _bend(value, draw)
        asked.body = json.dumps(value).encode()


def _bend(value: Any, draw: Draw) -> None:
    """Change one value somewhere, or drop a member. How many items there are stays, by which companies are counted."""
    name = draw.one(list(value) if isinstance(value, dict) else range(len(value)))
    if isinstance(value[name], dict | list) and value[name] and draw.chance(0.7):
        _bend(value[name], draw)
    elif isinstance(value, dict) and draw.chance(0.3):
        del value[name]
    else:
        value[name] = draw.one((None, 0, -1, 2**70, 1.5, "", "x" * 3000, [], {}, True, "\0"))


def no_such_path(asked: Asked, draw: Draw, known: Known) -> None:
    asked.operation, asked.right = None, frozenset({404})
    asked.path = draw.one(("/none", "/v1", "/v3/mailboxes", f"/none{asked.path}", "/v2/agency/companies/1/none"))


def no_such_method(asked: Asked, draw: Draw, known: Known) -> None:
    asked.operation, asked.right = None, frozenset({405})
    asked.method = draw.one(("OPTIONS", "TRACE", "PROPFIND", "LINK"))


SPOILS: tuple[Spoil, ...] = (
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
