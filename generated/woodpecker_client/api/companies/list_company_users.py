# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List the people with access to a company: `GET /v2/agency/companies/{company_id}/users`.

Owners, admins, team members and guests of one client company. An admin sees every company
of the agency, an owner has the same rights inside one company, an authorized team member
has regular access, a guest comes from outside the agency.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-users
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import checked, path_id, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
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
def _get_kwargs(
    company_id: int,
    *,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "GET",
        "url": f"/v2/agency/companies/{path_id('company_id', company_id)}/users",
    }
    kwargs["params"] = query(
        {
            "page": page,
            "role": role,
        }
    )
    return kwargs


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyUserPage]:
    """List the people with access to a company; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        page=page,
        role=role,
    )
    return client.call(OPERATION, kwargs, timeout, deadline, company_id)


def sync(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyUserPage:
    """List the people with access to a company."""
    return sync_detailed(
        company_id, page=page, role=role, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyUserPage]:
    """List the people with access to a company; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        page=page,
        role=role,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline, company_id)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    role: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyUserPage:
    """List the people with access to a company."""
    return (
        await asyncio_detailed(
            company_id, page=page, role=role, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
