# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Invite guests to a company: `POST /v2/agency/companies/{company_id}/invite_guest`.

HQ key only. Invites 1 to 10 people from outside the agency and **sends them e-mail**. If a
single entry is invalid, nobody is invited. An address that was never invited before
receives an invitation. If an earlier invitation has not been accepted yet, that invitation
is sent again unchanged; a new name or new permissions are ignored. If it has been accepted,
nothing is sent, and the id of the first invitation is returned without an error. Guests who
have not accepted are assumed not to be users of the company yet, so `companies.users.list`
does not list them. Neither the success status nor the format of the response is documented:
200 and 201 are declared with an object that may contain any properties.

https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-invite-guest
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.guest_invite_request import GuestInviteRequest
from ...models.guest_invite_result import GuestInviteResult

OPERATION: Operation[GuestInviteResult] = Operation(
    id="inviteGuests",
    method="POST",
    path="/v2/agency/companies/{company_id}/invite_guest",
    family="agency",
    retry="rejected-only",
    outcome_check="No route reports an invitation that is not accepted yet, and `companies.users.list` lists a guest only after that: ask the guest whether the mail arrived, or look in the app. Another request sends the mail again.",
    effects=frozenset(
        {
            "sends-mail",
        }
    ),
    has_body=True,
    read=GuestInviteResult.read,
)


@checked
def request(
    company_id: int,
    *,
    body: GuestInviteRequest,
) -> OperationRequest[GuestInviteResult]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/invite_guest",
        json=body.to_dict(),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: GuestInviteRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[GuestInviteResult]:
    """Invite guests to a company; the response with its status and headers."""
    return client.call(request(company_id, body=body), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    body: GuestInviteRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> GuestInviteResult:
    """Invite guests to a company."""
    return client.call(request(company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestInviteRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[GuestInviteResult]:
    """Invite guests to a company; the response with its status and headers."""
    return await client.call(request(company_id, body=body), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: GuestInviteRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> GuestInviteResult:
    """Invite guests to a company."""
    return (await client.call(request(company_id, body=body), timeout, deadline)).parsed
