# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Replace guests' permissions: `PUT /v2/agency/companies/{company_id}/guests/permissions`.

HQ key only. Replaces the permissions of each listed guest. The field is named `permissions`
here, but `guest_permissions` where guests are invited and listed. The maximum number of
guests per request is not documented. The vendor prints the path with a trailing slash but
uses it without one.

https://developers.woodpecker.co/docs/agency-api/companies/PUT-companies-guests-permissions
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.guest_permissions_update import GuestPermissionsUpdate

OPERATION: Operation[None] = Operation(
    id="updateGuestPermissions",
    method="PUT",
    path="/v2/agency/companies/{company_id}/guests/permissions",
    family="agency",
    retry="rejected-only",
    outcome_check="List the company's users with `companies.users.list` and compare the permissions of its guests.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def request(
    company_id: int,
    *,
    body: GuestPermissionsUpdate,
) -> OperationRequest[None]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/guests/permissions",
        json=body.to_dict(),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Replace guests' permissions; the response with its status and headers."""
    return client.call(request(company_id, body=body), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Replace guests' permissions."""
    return client.call(request(company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Replace guests' permissions; the response with its status and headers."""
    return await client.call(request(company_id, body=body), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestPermissionsUpdate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Replace guests' permissions."""
    return (await client.call(request(company_id, body=body), timeout, deadline)).parsed
