"""A web service with one `AsyncAgency` for all requests: a client's mailboxes as JSON.

    pip install woodpecker-client fastapi uvicorn
    export WOODPECKER_API_KEY=…   # the HQ key
    uvicorn fastapi_service:app --app-dir examples

    curl http://127.0.0.1:8000/clients/880101/mailboxes

Requests for one client wait for each other in its lane, those for different clients run at once. Put your own
authentication before it: whoever reaches this service reads all clients.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from woodpecker_client import (
    AsyncAgency,
    CompanyInactive,
    LaneTimeout,
    NotFound,
    RateLimited,
    Records,
    TransportError,
    WoodpeckerError,
    records,
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
    async with AsyncAgency.from_env() as agency:
        app.state.agency = agency
        yield


def shared_agency(request: Request) -> AsyncAgency:
    agency: AsyncAgency = request.app.state.agency
    return agency


SharedAgency = Annotated[AsyncAgency, Depends(shared_agency)]
app = FastAPI(lifespan=lifespan)


@app.get("/clients", response_model=None)
async def clients(agency: SharedAgency) -> Records:
    return records(await agency.companies.list(active=True))


@app.get("/clients/{company_id}/mailboxes", response_model=None)
async def mailboxes(company_id: int, agency: SharedAgency) -> Records:
    # The deadline is the caller's patience: without one, a busy lane would keep connections open.
    return records(await agency.account(company_id).mailboxes.list(deadline=20))


@app.exception_handler(WoodpeckerError)
async def failed(request: Request, error: WoodpeckerError) -> JSONResponse:
    """The status for a failed call; the texts of these errors never contain a key."""
    match error:
        case NotFound():
            status = 404
        case CompanyInactive():
            status = 409
        case RateLimited() | LaneTimeout():
            status = 503
        case TransportError():
            status = 504
        case _:
            status = 502
    return JSONResponse({"detail": str(error)}, status)
