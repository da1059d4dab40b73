# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Show the key's user and account: `GET /v1/me`.

Returns the user that the key belongs to and the account it works in; the vendor suggests it
as the first request. With an HQ key and `x-company-id`, the response should name the client
account, so this is an easy way to check that requests reach the intended account. This is
the only v1 route in this document. `x-company-id` works on v1 routes as well: an older page
shows it on one ([Master API
key](https://docs.woodpecker.co/en/articles/5223425-authentication)). The errors of this
route may use the v1 envelope and other statuses than v2 (409 with `E_TOO_MANY_REQUESTS` for
too many concurrent requests, 403 with `E_NO_PERMISSION` and a body), and v1 is known to
respond with 200 and a `V1Error` as the body.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

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
    """
    return OperationRequest(
        OPERATION,
        "/v1/me",
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show the key's user and account; the response with its status and headers."""
    return client.call(request(x_company_id), timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show the key's user and account."""
    return client.call(request(x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show the key's user and account; the response with its status and headers."""
    return await client.call(request(x_company_id), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show the key's user and account."""
    return (await client.call(request(x_company_id), timeout, deadline)).parsed
