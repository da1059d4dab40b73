"""For tests that wait for another thread: no longer than it takes, and never forever."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import httpx

TIMEOUT = 20.0


def until(condition: Callable[[], object]) -> None:
    """Wait until the condition holds."""
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)


def raw_request(url: str, path: str, key: str, company: int | None = None) -> socket.socket:
    """A connection on which a GET was sent; closing it is disconnecting."""
    at = httpx.URL(url)
    connection = socket.create_connection((at.host, at.port or 80), timeout=TIMEOUT)
    context = f"x-company-id: {company}\r\n" if company is not None else ""
    connection.sendall(f"GET /rest{path} HTTP/1.1\r\nhost: mock\r\nx-api-key: {key}\r\n{context}\r\n".encode())
    return connection
