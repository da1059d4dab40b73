# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List client companies: `GET /v2/agency/companies`.

HQ key only. Returns the agency's client accounts, page by page. The `id` of a company is
the value for `x-company-id` and `{company_id}`. There is no route for a single company.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.company_page import CompanyPage

OPERATION: Operation[CompanyPage] = Operation(
    id="listCompanies",
    method="GET",
    path="/v2/agency/companies",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=CompanyPage.read,
)


@checked
def request(
    *,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
) -> OperationRequest[CompanyPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/companies",
        params=query(
            {
                "active": active,
                "page": page,
            }
        ),
    )


def sync_detailed(
    *,
    client: Client,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyPage]:
    """List client companies; the response with its status and headers."""
    return client.call(request(active=active, page=page), timeout, deadline)


def sync(
    *,
    client: Client,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyPage:
    """List client companies."""
    return client.call(request(active=active, page=page), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyPage]:
    """List client companies; the response with its status and headers."""
    return await client.call(request(active=active, page=page), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyPage:
    """List client companies."""
    return (await client.call(request(active=active, page=page), timeout, deadline)).parsed
