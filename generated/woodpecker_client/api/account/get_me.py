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

from typing import Any

from woodpecker_auth import validate_company_id

from ...client import AsyncClient, Client
from ...models.me import Me
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

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


def _get_kwargs(
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": "/v1/me"}
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show whose key this is; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show whose key this is."""
    return sync_detailed(
        x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Me]:
    """Show whose key this is; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Me:
    """Show whose key this is."""
    return (
        await asyncio_detailed(
            x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
