"""What the server reads, and the honest response to it: the company that it names, and the number of its call."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

COMPANIES = range(880101, 880133)
PAGES = 3


@dataclass(frozen=True)
class Request:
    """One request.

    Attributes:
        company: that the header or the path names; 0 for none.
        call: the number that the caller put into it, the same for each retry; 0 for none.
        page: of a listing.
    """

    method: str
    path: str
    company: int
    call: int
    page: int

    @classmethod
    def of(cls, head: bytes) -> Request:
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        parts, query = urlsplit(target).path.split("/"), parse_qs(urlsplit(target).query)
        number = next((int(part) for part in parts if part.isdigit()), 0)
        if "companies" in parts:
            return cls(method, parts[-1], number, int(query.get("role", ["0"])[0]), int(query["page"][0]))
        return cls(method, "mailbox", int(headers.get("x-company-id", "0")), number, 0)


class Reuse(NamedTuple):
    """A request on a connection on which something had been sent that no request asked for.

    Attributes:
        port: the client's end of the connection.
        before: when the request before it arrived.
        unsolicited: when what no request asked for had been sent; 0 if with a response.
        arrived: when this request arrived.
    """

    call: int
    port: int
    before: float
    unsolicited: float
    arrived: float


def body_for(request: Request, size: int = 0) -> bytes:
    """JSON that names the company and the call.

    Args:
        size: bytes that it has at least.
    """
    if request.method == "PATCH":
        return b""
    if request.path == "mailbox":
        details = {"email": address_of(request.company), "provider": "x" * size, "login": "x", "server": "x"}
        return json.dumps({"id": request.call, "type": "SMTP", "details": details}).encode()
    if request.path == "users":
        items: list[dict[str, object]] = [{"id": request.call, "email": address_of(request.company)} for _ in range(3)]
        items[0]["name"] = f"page {request.page}"
        return _page(items, PAGES)
    half = len(COMPANIES) // 2
    some = COMPANIES[(request.page - 1) * half : request.page * half]
    return _page([{"id": company, "name": address_of(company), "active": True} for company in some], 2)


def _page(items: list[dict[str, object]], pages: int) -> bytes:
    return json.dumps({"content": items, "pagination_data": {"total_pages": pages}}).encode()


def address_of(company: int) -> str:
    """The address by which a response names its company."""
    return f"of-{company}@example.com"


def refusal(request: Request, status: int) -> bytes:
    """An error body that names the company and the call, if the request does."""
    detail = f"{address_of(request.company)} {request.call}" if request.company else "nobody"
    return json.dumps({"title": "Chaos", "status": status, "detail": detail}).encode()
