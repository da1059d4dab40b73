# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Create another login link for a LinkedIn account: `POST /v2/agency/companies/{company_id}/linkedin_accounts/{account_id}/generate-connect-link`.

HQ key only. Creates a new login link, valid for **48 hours**, for an account that has not
logged in yet or has to log in again. The request has no body.

https://developers.woodpecker.co/docs/agency-api/linkedin/POST-li-connect-link
"""

from __future__ import annotations

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.linkedin_connection import LinkedinConnection

OPERATION: Operation[LinkedinConnection] = Operation(
    id="generateLinkedinConnectLink",
    method="POST",
    path="/v2/agency/companies/{company_id}/linkedin_accounts/{account_id}/generate-connect-link",
    family="agency",
    retry="rejected-only",
    outcome_check="No route reports it; the link of a lost response cannot be recovered.",
    effects=frozenset(
        {
            "secret-in-response",
        }
    ),
    has_body=True,
    read=LinkedinConnection.read,
)


def request(
    company_id: int,
    account_id: int,
) -> OperationRequest[LinkedinConnection]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/linkedin_accounts/{path_id('account_id', account_id)}/generate-connect-link",
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    account_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[LinkedinConnection]:
    """Create another login link for a LinkedIn account; the response with its status and headers."""
    return client.call(request(company_id, account_id), timeout, deadline)


def sync(
    company_id: int,
    account_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> LinkedinConnection:
    """Create another login link for a LinkedIn account."""
    return client.call(request(company_id, account_id), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    account_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[LinkedinConnection]:
    """Create another login link for a LinkedIn account; the response with its status and headers."""
    return await client.call(request(company_id, account_id), timeout, deadline)


async def asyncio(
    company_id: int,
    account_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> LinkedinConnection:
    """Create another login link for a LinkedIn account."""
    return (await client.call(request(company_id, account_id), timeout, deadline)).parsed
