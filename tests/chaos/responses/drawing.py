"""Responses that follow from a seed, an operation and a number."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import httpx

from . import bodies, heads
from .operations import Operation

# What httpx's own transports raise, before there is a head and within the body.
_BEFORE = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.WriteError,
    httpx.ReadError,
)
_WITHIN = (httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError)
#: No response after so many pages has content.
LAST_PAGE = 3


@dataclass(frozen=True)
class DrawnResponse:
    """What comes back for one request.

    Attributes:
        pieces: of the body, as they arrive.
        lets_others_in: other threads come in before its body; rarely, because that takes long on a busy machine.
        failure: comes instead of a head if there is no status, else after the pieces; None for a whole response.
    """

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    pieces: list[bytes]
    lets_others_in: bool
    failure: type[httpx.RequestError] | None


def draw(seed: str, operation: Operation, number: int, page: int, company: str | None) -> DrawnResponse:
    """The response to the request for one page, which names a company or none."""
    random = Random(f"{seed}/{operation.id}/{number}/{page}")
    if random.random() < 0.01:
        return DrawnResponse(0, b"", [], [], False, random.choice(_BEFORE))
    status, headers = heads.status(random, operation), heads.headers(random)
    value: Any = bodies.document(random, operation)
    if page >= LAST_PAGE and isinstance(value, dict) and "content" in value:
        value["content"] = []
    odd = random.random() < 0.1
    body = random.choice(bodies.ODD_BODIES) if odd else bodies.written(random, bodies.marked(value, company))
    encoding, data = heads.encoded(random, body)
    headers += [*encoding, (b"x-asked-for", (company or "").encode())]
    middle = random.randrange(len(data) + 1)
    failure = random.choice(_WITHIN) if random.random() < 0.02 else None
    pieces, lets_others_in = [data[:middle], data[middle:]], random.random() < 0.1
    return DrawnResponse(status, heads.reason(random), headers, pieces, lets_others_in, failure)
