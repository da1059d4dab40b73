# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's email accounts, seen from the agency: `GET /v2/agency/companies/{company_id}/email_accounts`.

All email accounts of one client company, without paging. For admins, owners and authorized
team members. Not interchangeable with `listMailboxes` under `x-company-id`: the answer is
an object, has fewer fields, and one more (`running_campaigns`). The account routes refuse
an inactive company with 409; whether this one does is not documented. The vendor prints the
path with and without a trailing slash.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-email-accounts
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
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


def _get_kwargs(
    company_id: int,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "GET",
        "url": f"/v2/agency/companies/{path_id('company_id', company_id)}/email_accounts",
    }
    return kwargs


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[EmailAccountList]:
    """List a company's email accounts, seen from the agency; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline, company_id)


def sync(
    company_id: int,
    *,
    client: Client,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> EmailAccountList:
    """List a company's email accounts, seen from the agency."""
    return sync_detailed(company_id, client=client, timeout=timeout, deadline=deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[EmailAccountList]:
    """List a company's email accounts, seen from the agency; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline, company_id)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> EmailAccountList:
    """List a company's email accounts, seen from the agency."""
    return (
        await asyncio_detailed(company_id, client=client, timeout=timeout, deadline=deadline)
    ).parsed
