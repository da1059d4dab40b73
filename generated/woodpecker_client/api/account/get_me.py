# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Show whose key this is: `GET /v1/me`.

Names the user the key belongs to and the account it works in: the vendor's suggested first
call. With an HQ key and `x-company-id` the answer should name the client account: an easy
way to see that calls go where they should. This is the only v1 route here. Its errors may
come in the v1 envelope, under other statuses than v2 uses (409 with `E_TOO_MANY_REQUESTS`
for too many calls, 403 with `E_NO_PERMISSION` and a body), and v1 is known to answer 200
with a `V1Error` as the body.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

from woodpecker_runtime.arguments import company_header
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.me import Me

OPERATION: Operation[Me] = Operation(
    id="getMe",
    method="GET",
    path="/v1/me",
    family="account",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=Me.read,
)


def request(
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[Me]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
        PolicyError: `x_company_id` is not the id of a company.
    """
    return OperationRequest(
        OPERATION,
        "/v1/me",
        headers=company_header(x_company_id),
    )


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show whose key this is; the response with its status and headers."""
    return client.call(request(x_company_id), timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show whose key this is."""
    return client.call(request(x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show whose key this is; the response with its status and headers."""
    return await client.call(request(x_company_id), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show whose key this is."""
    return (await client.call(request(x_company_id), timeout, deadline)).parsed
