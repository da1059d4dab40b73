# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List client companies: `GET /v2/agency/companies`.

The agency's client accounts. A company's `id` is what `x-company-id` and `{company_id}`
take. There is no route for a single company.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
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
def _get_kwargs(
    *,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": "/v2/agency/companies"}
    kwargs["params"] = query(
        {
            "active": active,
            "page": page,
        }
    )
    return kwargs


def sync_detailed(
    *,
    client: Client,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyPage]:
    """List client companies; the answer with its status and headers."""
    kwargs = _get_kwargs(
        active=active,
        page=page,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyPage:
    """List client companies."""
    return sync_detailed(
        active=active, page=page, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyPage]:
    """List client companies; the answer with its status and headers."""
    kwargs = _get_kwargs(
        active=active,
        page=page,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    active: bool | Unset = UNSET,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyPage:
    """List client companies."""
    return (
        await asyncio_detailed(
            active=active, page=page, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
