# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Replace guests' permissions: `PUT /v2/agency/companies/{company_id}/guests/permissions`.

Replaces what each listed guest may do. The field is called `permissions` here, but
`guest_permissions` where guests are invited and listed. How many guests fit into one call
is not documented. The vendor prints the path with a trailing slash and uses it without.

https://developers.woodpecker.co/docs/agency-api/companies/PUT-companies-guests-permissions
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.guest_permissions_update import GuestPermissionsUpdate

OPERATION: Operation[None] = Operation(
    id="updateGuestPermissions",
    method="PUT",
    path="/v2/agency/companies/{company_id}/guests/permissions",
    family="agency",
    retry="rejected-only",
    outcome_check="List the company's users with listCompanyUsers and compare the permissions of its guests.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def _get_kwargs(
    company_id: int,
    *,
    body: GuestPermissionsUpdate,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "PUT",
        "url": f"/v2/agency/companies/{path_id('company_id', company_id)}/guests/permissions",
    }
    kwargs["json"] = body.to_dict()
    return kwargs


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Replace guests' permissions; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline, company_id)


def sync(
    company_id: int,
    *,
    client: Client,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Replace guests' permissions."""
    return sync_detailed(
        company_id, body=body, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Replace guests' permissions; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline, company_id)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Replace guests' permissions."""
    return (
        await asyncio_detailed(
            company_id, body=body, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
