"""A server on a loopback socket with any response, invalid ones included."""

from __future__ import annotations

import gzip
import html
import json
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from .canaries import CONNECT_LINK, RETURNED_KEY


class Silence:
    """No response, on an open connection."""


class Reset:
    """No response, and a reset connection."""


Reply = Callable[[bytes], "bytes | type[Silence] | type[Reset] | list[bytes]"]


@contextmanager
def serving(reply: Reply) -> Iterator[tuple[str, list[bytes]]]:
    """The base URL of a server that responds with `reply`, and the requests as they arrived."""
    arrived: list[bytes] = []
    over = Event()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.01)

    def accept() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            threads.append(Thread(target=serve, args=[connection]))
            threads[-1].start()

    def serve(connection: socket.socket) -> None:
        with connection:
            request = _whole_request(connection)
            if not request:
                return
            arrived.append(request)
            data = reply(request)
            if data is Silence:
                over.wait(20)
            elif data is Reset:
                # Closing with no linger sends a reset.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                try:
                    for piece in data if isinstance(data, list) else [data]:
                        connection.sendall(piece)
                        if isinstance(data, list):
                            over.wait(0.05)
                except OSError:
                    pass  # the client has given up, as it should

    threads = [Thread(target=accept)]
    threads[0].start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/rest", arrived
    finally:
        over.set()
        for thread in threads:
            thread.join()
        listening.close()


def _whole_request(connection: socket.socket) -> bytes:
    request = b""
    connection.settimeout(10)
    while True:
        piece = connection.recv(65536)
        request += piece
        head, separator, body = request.partition(b"\r\n\r\n")
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        if not piece or (separator and len(body) >= int(lengths[0].partition(b":")[2] if lengths else 0)):
            return request


def response(status: int, body: bytes = b"", media_type: str = "application/json", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status} x", f"content-length: {len(body)}", f"content-type: {media_type}", "connection: close"]
    return "\r\n".join([*lines, *more, "", ""]).encode("latin-1") + body


def as_json(status: int, document: object, *more: str) -> bytes:
    return response(status, json.dumps(document).encode(), "application/json", *more)


def path_of(request: bytes) -> str:
    return request.split(b" ", 2)[1].decode()


def key_line(request: bytes) -> str:
    """The header line that carries the key."""
    lines = request.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    return next(line for line in lines if line.lower().startswith("x-api-key"))


def success(request: bytes) -> bytes:
    """The API's response to each of the calls in `calls`."""
    path = path_of(request)
    if "manual_connection" in path:
        return as_json(202, {"batch_id": 3})
    if "credentials" in path:
        return as_json(201, {"credential_id": 4, "name": "app"})
    if "linkedin" in path:
        return as_json(201, {"account_id": 5, "connect_account_link": CONNECT_LINK.value})
    if request.startswith(b"POST"):
        return as_json(201, {"api_key": RETURNED_KEY.value})
    key = {"api_key": RETURNED_KEY.value, "label": "crm"}
    return as_json(200, {"content": [key], "pagination_data": {"total_elements": 1, "total_pages": 1}})


def success_with_echo(request: bytes) -> bytes:
    """A success that brings, in fields that no one knows, what was sent."""
    body = json.loads(request.partition(b"\r\n\r\n")[2] or b"null")
    document = json.loads(success(request).partition(b"\r\n\r\n")[2])
    return as_json(200, document | {"received": body, "headers": key_line(request)})


def echo(request: bytes) -> str:
    return request.decode("utf-8", "replace")


def v2_error(status: int) -> Reply:
    return lambda request: as_json(
        status,
        {"title": echo(request), "status": status, "detail": f"cannot do {echo(request)}", "timestamp": "x"},
        f"x-echo: {key_line(request)}",
    )


def v1_error(request: bytes) -> bytes:
    return as_json(200, {"status": {"status": "ERROR", "code": "E_SESSION", "msg": echo(request)}})


def coded_error(request: bytes) -> bytes:
    return as_json(400, {"code": "BAD", "message": "no", "details": [echo(request), json.dumps(echo(request))]})


def page(status: int) -> Reply:
    """An error page of a gateway."""
    return lambda request: response(
        status,
        f"<html><pre>{html.escape(echo(request))}</pre><!-- {echo(request)} --></html>".encode(),
        "text/html",
        f"x-debug: {key_line(request)}",
    )


def media_type_that_quotes(request: bytes) -> bytes:
    return response(200, b"?", f"text/{key_line(request)}")


def zipped_error(request: bytes) -> bytes:
    return response(500, gzip.compress(echo(request).encode()), "text/plain", "content-encoding: gzip")


def redirect(request: bytes) -> bytes:
    place = "agency/moved" if "/agency/" in path_of(request) else "moved"
    return response(302, b"", "text/plain", f"location: /rest/v2/{place}?from={key_line(request).partition(': ')[2]}")


def cut_json(request: bytes) -> bytes:
    """A success whose JSON ends too early."""
    return response(200, success(request).partition(b"\r\n\r\n")[2][:-1])


def wrong_types(request: bytes) -> bytes:
    """A success with an object where the secret should be, or with secrets where a number should be."""
    if "/agency/" not in path_of(request):
        wrong = {"sent": json.loads(request.partition(b"\r\n\r\n")[2]), "with": key_line(request)}
        return as_json(200, {"batch_id": wrong, "credential_id": wrong})
    secret = {"value": [RETURNED_KEY.value, CONNECT_LINK.value]}
    return as_json(200, {"api_key": secret, "content": [{"api_key": secret}], "connect_account_link": secret})


def broken_off(request: bytes) -> bytes:
    """The first half of a success."""
    return success(request)[:-3]


def broken_chunks(request: bytes) -> bytes:
    """A success that stands where the length of a chunk should."""
    body = success(request).partition(b"\r\n\r\n")[2]
    return b"HTTP/1.1 200 x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n" + body + b"\r\n"


def not_http(request: bytes) -> bytes:
    """A header without a colon."""
    return b"HTTP/1.1 200 x\r\n" + key_line(request).replace(":", "").encode("latin-1") + b"\r\n\r\n"


def trickle(request: bytes) -> list[bytes]:
    """A success, one byte at a time, for ever."""
    body = success(request).partition(b"\r\n\r\n")[2]
    return [response(200, body + b" " * 400)[:-400], *[b" "] * 400]


def silence(request: bytes) -> type[Silence]:
    return Silence


def reset(request: bytes) -> type[Reset]:
    return Reset
