"""The clients whose calls are compared, one module for each, and the three calls that each of them makes.

A module has `blocking` and `in_asyncio`, or one of them: a context in which the client is open, that gives a function
for each of `CALLS`. Every client keeps its connection, and its results are what its own users get.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

CALLS = ("me", "50 companies", "20 mailboxes")
PATHS = {"me": "/v1/me", "50 companies": "/v2/agency/companies?page=1", "20 mailboxes": "/v2/mailboxes"}

Blocking: TypeAlias = dict[str, Callable[[], object]]
InAsyncio: TypeAlias = dict[str, Callable[[], Awaitable[object]]]


@dataclass(frozen=True)
class Given:
    """Where the mock is, and who asks.

    Attributes:
        company: one with 20 mailboxes.
        folder: holds the clients that were generated for the comparison.
    """

    base_url: str
    key: str
    company: int
    folder: str

    def request(self, call: str) -> tuple[str, dict[str, str]]:
        """The URL and the headers of a call."""
        headers = {"x-api-key": self.key}
        if call != "50 companies":
            headers["x-company-id"] = str(self.company)
        return self.base_url + PATHS[call], headers


@dataclass(frozen=True)
class Peer:
    """A client in the comparison.

    Attributes:
        name: what the report calls it.
        module: in this package.
        packages: whose versions the report states.
        results: what its calls return.
        forms: those in which it is measured.
    """

    name: str
    module: str
    packages: tuple[str, ...]
    results: str
    forms: tuple[str, ...] = ("blocking", "asyncio")


PEERS = (
    Peer("woodpecker-client", "woodpecker", ("woodpecker-client",), "typed"),
    Peer("woodpecker-client[fast]", "woodpecker_fast", (), "typed"),
    Peer("httpx", "bare_httpx", ("httpx", "httpcore"), "dicts"),
    Peer("httpx2", "bare_httpx2", ("httpx2",), "dicts"),
    Peer("aiohttp", "bare_aiohttp", ("aiohttp",), "dicts", ("asyncio",)),
    Peer("openapi-python-client", "openapi_python_client", ("openapi-python-client",), "typed"),
    Peer("openapi-generator", "openapi_generator", ("openapi-generator-cli", "urllib3"), "typed"),
    Peer("openai's runtime", "openai_runtime", ("openai", "pydantic"), "typed"),
)


def seen(call: str, result: Any) -> int:
    """What proves that a call got the right response: the account's id, or the number of entries."""
    if call == "me":
        return int(result["firm_id"] if isinstance(result, dict) else result.firm_id)
    if call == "50 companies":
        return len(result["content"] if isinstance(result, dict) else result.content)
    return len(result)


def expected(call: str, company: int) -> int:
    """What `seen` has to be."""
    return {"me": company, "50 companies": 50, "20 mailboxes": 20}[call]
