"""Requests as no HTTP client sends them, each with the statuses that are right for it; none is right for a mere end."""

from __future__ import annotations

KEY = b"@key@"
"""A placeholder for an HQ key."""

HEAD = b"host: mock\r\nx-api-key: " + KEY + b"\r\n"
EMAILS = b"/rest/v2/agency/blacklist/emails"
GOOD = b'{"emails": ["stop@example.com"]}'
JSON = b"content-type: application/json"
CHUNKED = b"transfer-encoding: chunked"
UPGRADE = b"connection: upgrade, http2-settings\r\nhttp2-settings: AAMAAABkAAQBAAAAAAIAAAAA\r\nupgrade: "
WEBSOCKET = b"websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=="

NOTHING = None


def get(*lines: bytes, target: bytes = b"/rest/v1/me", method: bytes = b"GET", version: bytes = b"HTTP/1.1") -> bytes:
    return b"%b %b %b\r\n%b" % (method, target, version, HEAD) + b"".join(line + b"\r\n" for line in lines) + b"\r\n"


def post(body: bytes, *lines: bytes, head: bytes = HEAD) -> bytes:
    """With a length that is right, unless another is given."""
    framed = any(line.startswith((b"content-length", b"transfer-encoding")) for line in lines)
    length = () if framed else (b"content-length: %d" % len(body),)
    lines_sent = b"".join(line + b"\r\n" for line in (JSON, *length, *lines))
    return b"POST %b HTTP/1.1\r\n%b%b\r\n%b" % (EMAILS, head, lines_sent, body)


def chunks(body: bytes, trailers: bytes = b"") -> bytes:
    return b"%x\r\n%b\r\n0\r\n%b\r\n" % (len(body), body, trailers)


HEADS: dict[str, tuple[bytes, set[int | None]]] = {
    "a header of 1 MB": (get(b"x-long: " + b"a" * 1_000_000), {400, 431}),
    "1000 headers": (get(*(b"x-%d: a" % number for number in range(1000))), {200}),
    "100000 headers": (get(*(b"x-%d: a" % number for number in range(100_000))), {400, 431}),
    "a request line of 1 MB": (get(target=b"/rest/v1/me?" + b"a" * 1_000_000), {400, 414, 431}),
    "two keys": (get(b"x-api-key: " + KEY), {400}),
    "two different keys": (get(b"x-api-key: other"), {400}),
    "two companies": (get(b"x-company-id: 880101", b"x-company-id: 880101"), {400}),
    "bad UTF-8 in a header": (get(b"x-company-id: \xff\xfe\xc3"), {400}),
    "digits that are not ASCII": (get(b"x-company-id: \xb2"), {400}),
    "bad UTF-8 in the path": (get(target=b"/rest/v1/\xff\xfe"), {400}),
    "bad UTF-8 in the query": (get(target=b"/rest/v2/agency/companies?page=\xff"), {400}),
    "bad UTF-8 in percent signs": (get(target=b"/rest/v2/mailboxes/%ff%fe"), {400, 404}),
    "percent signs that say nothing": (get(target=b"/rest/%zz/%/%0/..%2f..%2fetc"), {404}),
    "percent signs in a query that say nothing": (get(target=b"/rest/v2/agency/companies?page=%zz&%"), {400}),
    "a surrogate in percent signs": (get(target=b"/rest/v2/mailboxes/%ed%a0%80"), {400, 404}),
    "NUL in the path": (get(target=b"/rest/\0"), {400}),
    "NUL in percent signs": (get(target=b"/rest/v2/mailboxes/%00"), {400, 404}),
    "NUL in a header": (get(b"x-company-id: 1\x001"), {400}),
    "a header without a name": (get(b": a"), {400}),
    "a header without a colon": (get(b"x-company-id"), {400}),
    "a space before the colon": (get(b"x-company-id : 880101"), {400}),
    "a folded header": (get(b"x-folded: a\r\n b"), {200, 400}),
    "a folded key": (b"GET /rest/v1/me HTTP/1.1\r\nhost: mock\r\nx-api-key:\r\n " + KEY + b"\r\n\r\n", {200, 400}),
    "bare line feeds": (get().replace(b"\r\n", b"\n"), {200, 400}),
    "bare carriage returns": (get().replace(b"\r\n", b"\r"), {400, NOTHING}),
    "empty lines first": (b"\r\n\r\n" + get(), {200, 400}),
    "a host that is none": (get().replace(b"host: mock", b"host: [::"), {200, 400}),
    "a forwarded client that is none": (get(b"x-forwarded-for: \xff, [::", b"x-forwarded-proto: \xff"), {200}),
}

LINES: dict[str, tuple[bytes, set[int | None]]] = {
    "HTTP/0.9": (b"GET /rest/v1/me\r\n\r\n", {400, 401}),
    "HTTP/1.0": (get(version=b"HTTP/1.0"), {200}),
    "HTTP/1.9": (get(version=b"HTTP/1.9"), {200, 400}),
    "HTTP/2's preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 404}),
    "TLS": (bytes.fromhex("16030100c8010000c40303") + bytes(190), {400}),
    "noise": (bytes(range(256)) * 4, {400}),
    "an absolute target": (get(target=b"http://elsewhere.example.com/rest/v1/me"), {200, 404}),
    "a target without a slash": (get(target=b"rest/v1/me"), {400, 404}),
    "no target": (b"GET  HTTP/1.1\r\n" + HEAD + b"\r\n", {400}),
    "a star": (get(target=b"*", method=b"OPTIONS"), {400, 404}),
    "OPTIONS": (get(method=b"OPTIONS"), {405}),
    "TRACE": (get(method=b"TRACE"), {405}),
    "CONNECT": (get(method=b"CONNECT", target=b"elsewhere.example.com:443"), {400, 404}),
    "CONNECT with a path": (get(method=b"CONNECT"), {400, 405}),
    "a method nobody has": (get(method=b"BREW"), {400, 405}),
    "a method in small letters": (get(method=b"get"), {400, 405}),
    "a websocket": (get(UPGRADE + WEBSOCKET), {200}),
    "a body and an offer of HTTP/2": (post(GOOD, UPGRADE + b"h2c"), {201}),
    "an expectation that is unknown": (post(GOOD, b"expect: wonders"), {201, 417}),
    "an expectation of 100": (post(GOOD, b"expect: 100-continue"), {201}),
}

SIZES: dict[str, tuple[bytes, set[int | None]]] = {
    "a length that is too short": (post(GOOD, b"content-length: 5"), {400}),
    "a length that is less than none": (post(GOOD, b"content-length: -1"), {400}),
    "a length with a sign": (post(GOOD, b"content-length: +32"), {400}),
    "a length that is no number": (post(GOOD, b"content-length: many"), {400}),
    "a length of 30 digits": (post(GOOD, b"content-length: " + b"9" * 30), {400}),
    "a length of 18 digits": (post(GOOD, b"content-length: " + b"9" * 18), {413}),
    "two lengths": (post(GOOD, b"content-length: 32", b"content-length: 33"), {400}),
    "the same length twice": (post(GOOD, b"content-length: 32", b"content-length: 32"), {201, 400}),
    "a list of lengths": (post(GOOD, b"content-length: 32, 32"), {201, 400}),
    "a length and chunks": (post(chunks(GOOD), b"content-length: 5", CHUNKED), {201, 400}),
    "chunks that hide a request": (post(chunks(b"") + get(), b"content-length: 5", CHUNKED), {400}),
    "a length that hides a request": (post(b"0\r\n\r\n" + get(), b"content-length: 5"), {400}),
    "a coding that is unknown": (post(chunks(GOOD), b"transfer-encoding: xchunked"), {400}),
    "a coding but no chunks": (post(GOOD, b"transfer-encoding: identity"), {400}),
    "chunks within chunks": (post(chunks(GOOD), b"transfer-encoding: chunked, chunked"), {201, 400}),
    "a size of a chunk that is none": (post(b"zz\r\n", CHUNKED), {400}),
    "a size of a chunk without end": (post(b"f" * 100_000, CHUNKED), {400, 413}),
    "a chunk that is longer than its size": (post(b"2\r\n{}}}\r\n0\r\n\r\n", CHUNKED), {400}),
    "a key in a trailer": (post(chunks(GOOD, HEAD), CHUNKED, head=b"host: mock\r\n"), {401}),
}

BODIES: dict[str, tuple[bytes, set[int | None]]] = {
    name: (post(body), {status})
    for name, body, status in (
        ("100000 levels", b"[" * 100_000 + b"]" * 100_000, 400),
        ("500 levels", b'{"emails": ' + b"[" * 500 + b"]" * 500 + b"}", 400),
        ("500 levels of objects", b'{"a":' * 500 + b"1" + b"}" * 500, 400),
        ("a number beyond all", b'{"emails": [1e999999]}', 400),
        ("a number of 100000 digits", b'{"emails": [' + b"9" * 100_000 + b"]}", 400),
        ("a number of 4000 digits", b'{"emails": [' + b"9" * 4000 + b"]}", 400),
        ("a name twice", b'{"emails": ["a@example.com"], "emails": ["b@example.com"]}', 201),
        ("half a surrogate pair", b'{"emails": ["\\ud800"]}', 400),
        ("NUL in a text", b'{"emails": ["a\\u0000b"]}', 201),
        ("a raw NUL in a text", b'{"emails": ["a\0b"]}', 400),
        ("bad UTF-8", b'{"emails": ["\xff"]}', 400),
        ("a byte order mark", b"\xef\xbb\xbf" + GOOD, 400),
        ("nothing", b"", 400),
        ("noise", bytes(range(256)), 400),
        ("half", GOOD[:-3], 400),
    )
}

MALFORMED = HEADS | LINES | SIZES | {f"a body: {name}": request for name, request in BODIES.items()}
