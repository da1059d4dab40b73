# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's users: `GET /v2/agency/companies/{company_id}/users`.

HQ key only. Returns the users who have access to one client company: owners, admins, team
members and guests. An admin has access to every company of the agency, an owner has the
same rights within one company, an authorized team member has regular access, and a guest is
from outside the agency. Guests who have been invited but have not accepted are assumed not
to be listed.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-users
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.company_user_page import CompanyUserPage

OPERATION: Operation[CompanyUserPage] = Operation(
    id="listCompanyUsers",
    method="GET",
    path="/v2/agency/companies/{company_id}/users",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=CompanyUserPage.read,
)


@checked
def request(
    company_id: int,
    *,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
) -> OperationRequest[CompanyUserPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/users",
        params=query(
            {
                "page": page,
                "role": role,
            }
        ),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyUserPage]:
    """List a company's users; the response with its status and headers."""
    return client.call(request(company_id, page=page, role=role), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyUserPage:
    """List a company's users."""
    return client.call(request(company_id, page=page, role=role), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyUserPage]:
    """List a company's users; the response with its status and headers."""
    return await client.call(request(company_id, page=page, role=role), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyUserPage:
    """List a company's users."""
    return (await client.call(request(company_id, page=page, role=role), timeout, deadline)).parsed
