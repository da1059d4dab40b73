"""Bodies: what the spec shows, bent in a few places, and what no client expects."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from .operations import Operation
from .times import TIMES

#: The field that tells which company a request named.
ASKED_FOR = "asked_for"

# Written as they are, where JSON's own writer would not.
_TOKENS = {
    "<huge exponent>": "1e999",
    "<tiny exponent>": "-1e-999",
    "<NaN>": "NaN",
    "<infinity>": "-Infinity",
    "<digits>": "9" * 4000,
    "<too many digits>": "1" * 5000,
    "<zeros>": "1." + "0" * 400,
    "<lone surrogate>": '"\\ud800 x"',
    "<wrong pair>": '"\\udc00\\ud800"',
    "<bare NUL>": '"\0"',
    "<bad escape>": '"\\q"',
    "<word>": "undefined",
    **{f"<{depth} arrays>": "[" * depth + "]" * depth for depth in (60, 400, 700, 850, 950, 20_000)},
    **{f"<{depth} objects>": '{"a":' * depth + "1" + "}" * depth for depth in (60, 300, 450, 850, 20_000)},
}
_ODD = (
    *(None, True, False, 0, -1, 2**31, 2**63, 2**70, -(2**64), 1.5, 1e308, -0.0),
    *(
        "",
        " ",
        "x" * 3000,
        "\0",
        "\ud800",
        "a\udcff",
        "\u202e",
        "\ufeff",
        "🙂",
        "١٢",
        "12",
        "-5",
        "007",
        "1" * 30,
        "nan",
    ),
    *([], {}, [None], [[]], {"a": {}}, {"": None}, [1, "two", {}], {"status": "ERROR"}, "<script>", "%s%n{0}"),
    *_TOKENS,
)


def document(random: Random, operation: Operation) -> Any:
    """A JSON value: a documented response or a documented error, as it is or bent."""
    if random.random() < 0.25 or not operation.successes:
        value = _error(random, operation)
    else:
        value = copy.deepcopy(random.choice(operation.successes))
        if isinstance(value, dict) and isinstance(value.get("pagination_data"), dict):
            value["pagination_data"] |= {name: random.randrange(4) for name in value["pagination_data"]}
    if isinstance(value, dict | list) and random.random() < 0.5:
        for _ in range(random.choice((1, 1, 2, 5))):
            _bend(random, value)
    return value


def _error(random: Random, operation: Operation) -> Any:
    message = random.choice(
        ("Company not found", "Company is inactive", "\ud83d", "x" * 5000, "a\0b", "line\r\nline", "")
    )
    value = random.choice(
        (
            copy.deepcopy(random.choice(operation.errors)),
            {"title": message, "status": random.choice((400, 404, 409, 429, 500, 10**30)), "detail": message},
            {
                "status": {
                    "status": "ERROR",
                    "code": random.choice(("E_SESSION", "E_TOO_MANY_REQUESTS", message)),
                    "msg": message,
                }
            },
            {
                "code": message or "X",
                "message": message,
                "details": random.choice(([message, None], message, {}, 1, None)),
            },
            {"error": message, "error_description": message},
            {"errors": [{"message": message}]},
        )
    )
    if isinstance(value, dict) and random.random() < 0.5:
        value["timestamp"] = random.choice(TIMES)
    return value


def _bend(random: Random, value: Any) -> None:
    """Change, add or drop one thing somewhere."""
    if not value:
        return
    name = random.choice(list(value)) if isinstance(value, dict) else random.randrange(len(value))
    if isinstance(value[name], dict | list) and value[name] and random.random() < 0.75:
        _bend(random, value[name])
    elif random.random() < 0.2:
        del value[name]
    elif isinstance(value, dict) and random.random() < 0.15:
        value[random.choice(("new", "", "\ud800", "self", "a\0", "additional_properties"))] = _odd(random)
    else:
        value[name] = random.choice(TIMES) if random.random() < 0.3 else _odd(random)


def _odd(random: Random) -> Any:
    return copy.deepcopy(random.choice(_ODD))


def marked(value: Any, company: str | None) -> Any:
    """The same value with the company in each of its outer objects, where there are objects."""
    if company is None:
        return value
    if isinstance(value, list):
        return [marked(item, company) if isinstance(item, dict) else item for item in value]
    if isinstance(value, dict):
        content = value.get("content")
        inner = {"content": marked(content, company)} if isinstance(content, list) else {}
        return {**value, **inner, ASKED_FOR: company}
    return value


def written(random: Random, value: Any) -> bytes:
    """JSON, or nearly."""
    text = json.dumps(value, ensure_ascii=random.random() < 0.8)
    for token, raw in _TOKENS.items():
        if token in text:
            text = text.replace(json.dumps(token), raw)
    way = random.random()
    if way < 0.85:
        return text.encode("utf-8", "surrogatepass")
    return random.choice(_WAYS)(random, text)


def _cut(random: Random, text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")[: random.randrange(len(text) + 1)]


def _with_a_wrong_byte(random: Random, text: str) -> bytes:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


_WAYS = (
    _cut,
    _with_a_wrong_byte,
    lambda random, text: text.encode("utf-8-sig", "replace"),
    lambda random, text: text.encode("utf-16", "replace"),
    lambda random, text: text.encode("utf-16-le", "surrogatepass"),
    lambda random, text: text.encode("utf-32", "replace"),
    lambda random, text: text.encode("latin-1", "replace"),
    lambda random, text: b")]}',\n" + text.encode("utf-8", "replace"),
    lambda random, text: text.encode("utf-8", "replace") * 2,
    lambda random, text: b'{"id": 1, "id": "two", "content": 1, ' + text.encode("utf-8", "replace")[1:],
)

#: Bodies that are no response of the API at all.
ODD_BODIES = (
    *(b"", b" ", b"\0", b"\xff\xfe", b"null", b"true", b"0", b'""', b"[]", b"{}", b"[[]]", b"[null]", b"NaN", b"1e999"),
    *(b'"\\ud800"', b'{"\\ud800": "\\udfff"}', b"\xef\xbb\xbf{}", b"OK", b"Unauthorized", b"E_SESSION", b"%" * 200),
    *(b"<html><body>502 Bad Gateway</body></html>", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    *(b"[" * 100_000, b'{"a":' * 50_000, b"9" * 5000, b"-", b"x" * 300_000, bytes(range(256)), b"<script>\xed\xa0\x80"),
)
