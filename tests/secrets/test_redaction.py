"""A secret is found with any escaping, nothing else is changed, and a page full of escapes takes no longer."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from itertools import product
from time import process_time
from urllib.parse import quote, quote_plus

import httpx
import pytest
from woodpecker_auth.redaction import redact, redact_bytes, redact_headers

from .canaries import ALL, SMTP_PASSWORD, Canary, spotted

QUOTATIONS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON in UTF-8": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "PHP's JSON": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "HTML": html.escape,
    "URL": lambda text: quote(text, safe=""),
    "query": quote_plus,
    "Python": lambda text: repr(text)[1:-1],
}
LOSSY: dict[str, Callable[[str], str]] = {
    "octets": lambda text: repr(text.encode())[2:-1],
    "wrong encoding": lambda text: text.encode().decode("latin-1"),
    "no encoding": lambda text: text.encode("ascii", "replace").decode(),
    "lower case": str.lower,
}
AWKWARD = [
    *ALL,
    Canary("canary4f1ebcksl", "\\\\\\", '\\"\\'),
    Canary("canary4f1econtr", "\t\n\r", "\b\f\x00"),
    Canary("canary4f1eemoji", "😀é", "€😀"),
]


@pytest.mark.parametrize(("outer", "inner"), [*product(QUOTATIONS, QUOTATIONS)])
@pytest.mark.parametrize("canary", AWKWARD, ids=repr)
def test_a_secret_is_found_with_two_escapings(canary: Canary, outer: str, inner: str) -> None:
    quoted = QUOTATIONS[outer](QUOTATIONS[inner](canary.value))
    assert canary.core not in redact(f"before {quoted} after", [canary.value])


@pytest.mark.parametrize("how", LOSSY)
@pytest.mark.parametrize("canary", AWKWARD, ids=repr)
def test_a_secret_is_found_where_a_server_has_garbled_it(canary: Canary, how: str) -> None:
    assert canary.core not in redact(f"before {LOSSY[how](canary.value)} after", [canary.value])


def test_the_text_around_a_secret_is_kept() -> None:
    assert redact('{"password": "hun/ter2", "port": 465}', ["hun/ter2"]) == '{"password": "***", "port": 465}'
    assert redact('{"password": "hun\\/ter2\\""}', ['hun/ter2"']) == '{"password": "***"}'
    assert redact("Company not found", ["hunter2"]) == "Company not found"


def test_a_secret_that_begins_with_another_is_redacted_as_a_whole() -> None:
    assert redact("hunter2-longer hunter2", ["hunter2", "hunter2-longer"]) == "*** ***"


def test_a_very_short_secret_is_not_redacted_because_that_would_reveal_it() -> None:
    assert redact("cannot open a mailbox", ["a", "no", ""]) == "cannot open a mailbox"


def test_bodies_and_headers_of_any_encoding_are_redacted_and_otherwise_kept() -> None:
    secret = SMTP_PASSWORD.value
    body = b"\xff\xfe" + secret.encode() + b"\x80"
    assert redact_bytes(body, [secret]) == b"\xff\xfe***\x80"
    headers = redact_headers(httpx.Headers([(b"x-a", b"1"), (b"X-A", b"hunter2 \xff")]), ["hunter2"])
    assert headers.raw == [(b"x-a", b"1"), (b"X-A", b"*** \xff")]


@pytest.mark.parametrize("filling", ["\\", "\\\\u", "%25", "&amp;amp;", "u005c", "&#92;"])
@pytest.mark.parametrize("secret", ['\\\\"x1', '"\\\\"x1', "&&x1", "%%x1", 'x1\\"\\"'])
def test_a_page_full_of_escapes_takes_no_longer(secret: str, filling: str) -> None:
    started = process_time()
    redact(filling * 20_000 + "x1", [secret])
    assert process_time() - started < 1


def test_no_secret_is_left_when_all_are_quoted_at_once() -> None:
    text = html.escape(json.dumps({"all": json.dumps([canary.value for canary in ALL])}))
    assert spotted(text) == {canary.core for canary in ALL}
    assert spotted(redact(text, [canary.value for canary in ALL])) == set()
