"""Statuses, reason phrases and headers, and the encodings that the headers speak of."""

from __future__ import annotations

import gzip
import zlib
from random import Random

from .operations import Operation

_STATUSES = (400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504)
_ODD_STATUSES = (
    100,
    101,
    103,
    204,
    205,
    206,
    226,
    300,
    301,
    302,
    303,
    304,
    305,
    307,
    308,
    418,
    451,
    511,
    599,
    600,
    999,
)
_REASONS = (b"OK", b"", b"\xff\xfe", b"x" * 2000, "Grüße".encode(), b"<b>", b"\t")
_MEDIA_TYPES = (
    *(b"application/json; charset=utf-8", b"application/json;charset=UTF-16", b"application/json; charset=nonsense"),
    *(b"application/json; charset=\xff", b"APPLICATION/JSON", b"text/json", b"application/problem+json", b"json", b""),
    *(b"text/html", b"text/html; charset=idna", b"text/plain; charset=undefined", b"application/octet-stream", b";;=,"),
    *(b"application/json; charset=rot13", b"application/json; charset=zip", b"multipart/form-data", b"\xc3\xa4/\xff"),
    *(b"application/json; charset=unicode_escape", b"text/html; charset=utf-7", b"x" * 5000),
)
_WAITS = (
    *(b"0", b"1", b"0.5", b"-1", b"1e999", b"nan", b"inf", b"9" * 400, b"1,5", b"\xb2", b"", b"soon", b"00001", b"1 2"),
    *(b"Wed, 11 Jun 2025 00:00:00 GMT", b"Wed, 11 Jun 9999 23:59:59 -9999", b"Wed, 00 Foo 0000 99:99:99 +99999999"),
    *(b"2025-06-11T00:00:00Z", b"Wed, 11 Jun 2025 00:00:00 +" + b"9" * 30, b"\xff", b"Thu, 01 Jan 1970 00:00:00"),
)
_PLACES = (
    *(b"/rest/v2/mailboxes", b"v2/mailboxes", b"?page=2", b"#top", b"", b"//", b"///", b"http://[", b"http://[::1"),
    *(b"https://elsewhere.example/", b"http://api.woodpecker.co/rest/v1/me", b"https://api.woodpecker.co:99999/"),
    *(
        b"https://api.woodpecker.co:-1/",
        b"https://user:pass@api.woodpecker.co/rest/v1/me",
        b"ftp://x/",
        b"javascript:1",
    ),
    *(b"https://api.woodpecker.co/rest/../../v1/me", b"/rest/v2/agency/companies/1/api_keys", b"/%00", b"/\xff\xfe"),
    *(b"https://xn--/", "https://ü.example/".encode(), b"https://" + b"a" * 70 + b".example/", b"http://\x7f/"),
    *(
        b"https:/api",
        b"https://api.woodpecker.co/rest/v2/mailboxes",
        b"x" * 70_000,
        b"http://1.1.1.1.1.1/",
        b"\\\\x\\y",
    ),
)
_MORE = (
    (b"date", b"Wed, 11 Jun 2025 00:00:00 GMT"),
    (b"date", b"\xff"),
    (b"set-cookie", b"a=b; Domain=.; Expires=Wed, 99 Foo 99999 00:00:00 GMT; Max-Age=1e9"),
    (b"set-cookie", b"\xff\xfe=\xff; Path=\xff; Max-Age=" + b"9" * 40),
    (b"set-cookie", b'=;;;===; Port="x"; Version=x'),
    (b"content-length", b"-1"),
    (b"content-length", b"9" * 30),
    (b"content-range", b"bytes 0-0/1"),
    (b"link", b"<http://[>; rel=next, <"),
    (b"x-ratelimit-reset", b"soon"),
    (b"www-authenticate", b'Basic realm="x", Digest nonce='),
    (b"x-odd", b"\xff" * 100),
    (b"x-empty", b""),
    (b"x-long", b"y" * 20_000),
    (b"connection", b"close, keep-alive"),
    (b"transfer-encoding", b"chunked, gzip"),
)


def status(random: Random, operation: Operation) -> int:
    way = random.random()
    if way < 0.6:
        return operation.status
    if way < 0.85:
        return random.choice(_STATUSES)
    return random.choice(_ODD_STATUSES) if way < 0.92 else random.randrange(100, 600)


def reason(random: Random) -> bytes:
    return random.choice(_REASONS) if random.random() < 0.2 else b"OK"


def headers(random: Random) -> list[tuple[bytes, bytes]]:
    """All but those that say how the body is encoded."""
    found = []
    if random.random() < 0.93:
        usual = random.random() < 0.8
        found.append((b"content-type", b"application/json" if usual else random.choice(_MEDIA_TYPES)))
    for name, values, share in ((b"retry-after", _WAITS, 0.25), (b"location", _PLACES, 0.3)):
        if random.random() < share:
            found.append((name, random.choice(values)))
    while random.random() < 0.2:
        found.append(random.choice(_MORE))
    return found


def encoded(random: Random, body: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The body as a header says that it is encoded, which need not be true."""
    if random.random() < 0.85:
        return [], body
    name, data = random.choice(
        (
            (b"gzip", gzip.compress(body, 1)),
            (b"deflate", zlib.compress(body, 1)),
            (b"gzip, gzip", gzip.compress(gzip.compress(body, 1), 1)),
            (b"gzip", body),
            (b"gzip", gzip.compress(body, 1)[:-5]),
            (b"gzip", gzip.compress(body, 1) + b"more"),
            (b"gzip", b"\x1f\x8b" + body),
            (b"deflate", body),
            (b"br", body),
            (b"br", b"\x0b\x02\x80{}\x03"),
            (b"zstd", body),
            (b"zstd", b"\x28\xb5\x2f\xfd" + body),
            (b"identity", body),
            (b"gzip, br, zstd, deflate, identity, x", body),
            (b"\xff", body),
            (b"", body),
        )
    )
    return [(b"content-encoding", name)], data
