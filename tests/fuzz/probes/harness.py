"""A mock of its own for each probe, and a way to send it anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
from woodpecker_mock import MockServer, World, create_app
from woodpecker_mock.world import AgencyRecord, CompanyRecord

from ..clock import Clock
from ..contract import Operation, operations
from ..finding import Run
from ..messages import ReceivedResponse, SentRequest, headers
from ..oracle import Oracle

HeaderList = list[tuple[str, str]]

UNSET: Any = object()

_TIMEOUT = 8.0
"""Seconds until a response is considered lost: less than a request may wait in the queue."""


class Harness:
    """A mock, its world, and one kind of key.

    Attributes:
        kind: "hq" or "client".
        mock: the mock, for what can be set only there.
        clock: the world's.
    """

    def __init__(self, kind: str, world: World, clock: Clock, client: httpx.AsyncClient, mock: Any, run: Run) -> None:
        self.kind = kind
        self.world = world
        self.clock = clock
        self.mock = mock
        self.run = run
        self._client = client
        self._oracle = Oracle(world, run)

    @property
    def agency(self) -> AgencyRecord:
        """The one whose keys are used."""
        return self.world.agencies[0]

    def company(self, number: int) -> CompanyRecord:
        """One of the agency's active companies."""
        return [one for one in self.agency.companies.values() if one.active][number]

    def acting(self, company: CompanyRecord | None) -> HeaderList:
        """Headers to work in this company, None for the agency's own account, with this kind of key."""
        if self.kind == "client":
            return [("x-api-key", (company or self.company(0)).keys[0].value)]
        context: HeaderList = [] if company is None else [("x-company-id", str(company.id))]
        return [("x-api-key", self.agency.keys[0].value), *context]

    async def call(
        self,
        name: str,
        company: CompanyRecord | None = None,
        body: Any = UNSET,
        *,
        headers: HeaderList | None = None,
        query: Mapping[str, Any] | None = None,
        checked: bool = True,
        bare: bool = False,
        **path: Any,
    ) -> ReceivedResponse:
        """Call an operation.

        Args:
            company: where to work: for an account route the context, for an agency route the company in the path.
            body: bytes are sent as they are, anything else as JSON.
            headers: instead of those that `company` requires.
            checked: whether the oracle checks it; not for what runs beside something else.
            bare: whether bytes go without a content type.
        """
        operation = operations()[name]
        if operation.family == "agency" and company is not None:
            path.setdefault("company_id", company.id)
        if headers is None:
            headers = self.acting(company if operation.family == "account" or self.kind == "client" else None)
        content = {} if body is UNSET else {"content": body} if isinstance(body, bytes) else {"json": body}
        if isinstance(body, bytes) and not bare:
            headers = [("content-type", "application/json"), *headers]
        where = operation.path.lstrip("/").format(**path)
        request = self._client.build_request(
            operation.method, where, headers=_encoded(headers), params=query, **content
        )
        return await (self.send(request, operation) if checked else self.send_unchecked(request))

    async def send(self, request: httpx.Request, operation: Operation | None = None) -> ReceivedResponse:
        """Send a request and check it with the oracle, unless the run need not go on."""
        self.run.go_on()
        self._oracle.before()
        received = await self.send_unchecked(request)
        sent = SentRequest(request.method, str(request.url), headers(request.headers.raw), request.content)
        where = label(operation) if operation else f"{request.method} {sent.path}"
        for problem in self._oracle.after(sent, received):
            self.run.found(problem.check, where, problem.text)
        return received

    def request(self, method: str, path: str, headers: HeaderList) -> httpx.Request:
        """A request for any path below the API's address."""
        return self._client.build_request(method, path, headers=_encoded(headers))

    async def send_unchecked(self, request: httpx.Request) -> ReceivedResponse:
        """Send a request without the oracle."""
        self.run.cases += 1
        async with asyncio.timeout(_TIMEOUT):
            response = await self._client.send(request)
        return ReceivedResponse(response.status_code, headers(response.headers.raw), response.content)

    def count(self, operation: Operation, received: ReceivedResponse, row: int) -> None:
        """Count a response that the oracle has not checked."""
        self.run.responses[operation.id, received.status] += 1
        self.run.rows[row] += 1

    def found(self, check: str, name: str, text: str) -> None:
        """Keep a finding about an operation."""
        self.run.found(check, label(operations()[name]), text)


def _encoded(headers: HeaderList) -> list[tuple[bytes, bytes]]:
    """What httpx would not encode is sent all the same."""
    return [(name.encode(), value.encode()) for name, value in headers]


def label(operation: Operation) -> str:
    """What schemathesis calls it."""
    return f"{operation.method} {operation.path}"


@asynccontextmanager
async def set_up(kind: str, transport: str, settings: dict[str, Any], run: Run, world: World) -> AsyncIterator[Harness]:
    """A mock over this world, over a socket or in process."""
    clock = Clock()
    world.clock = clock
    if transport == "socket":
        with MockServer(world, **settings) as server:
            async with httpx.AsyncClient(base_url=server.base_url, trust_env=False, timeout=None) as client:
                yield Harness(kind, world, clock, client, server.app.state.mock, run)
    else:
        app = create_app(world, **settings)
        asgi = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=asgi, base_url="http://127.0.0.1/rest") as client:
            yield Harness(kind, world, clock, client, app.state.mock, run)
