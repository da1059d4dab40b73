# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's email accounts as the agency sees them: `GET /v2/agency/companies/{company_id}/email_accounts`.

HQ key only. Returns all email accounts of one client company, without paging. Admins,
owners and authorized team members can use it (`x-roles`), the latter two for their own
companies. It is not interchangeable with `mailboxes.list` with `x-company-id`: the response
is an object, has fewer fields, and has one more (`running_campaigns`). The account routes
reject an inactive company with 409; whether this route does is not documented. The vendor
prints the path with and without a trailing slash.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-email-accounts
"""

from __future__ import annotations

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.email_account_list import EmailAccountList

OPERATION: Operation[EmailAccountList] = Operation(
    id="listCompanyEmailAccounts",
    method="GET",
    path="/v2/agency/companies/{company_id}/email_accounts",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=EmailAccountList.read,
)


def request(
    company_id: int,
) -> OperationRequest[EmailAccountList]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/email_accounts",
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[EmailAccountList]:
    """List a company's email accounts as the agency sees them; the response with its status and headers."""
    return client.call(request(company_id), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> EmailAccountList:
    """List a company's email accounts as the agency sees them."""
    return client.call(request(company_id), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[EmailAccountList]:
    """List a company's email accounts as the agency sees them; the response with its status and headers."""
    return await client.call(request(company_id), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> EmailAccountList:
    """List a company's email accounts as the agency sees them."""
    return (await client.call(request(company_id), timeout, deadline)).parsed
