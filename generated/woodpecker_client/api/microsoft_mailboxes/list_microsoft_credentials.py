# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List saved Microsoft credentials: `GET /v2/mailboxes/microsoft/credentials`.

The Microsoft Graph app-only credentials saved in the account, all at once. Client secrets
are never returned.

https://developers.woodpecker.co/docs/mailboxes/microsoft/get-credentials/
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...client import AsyncClient, Client
from ...models.microsoft_credential_list import MicrosoftCredentialList
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[MicrosoftCredentialList] = Operation(
    id="listMicrosoftCredentials",
    method="GET",
    path="/v2/mailboxes/microsoft/credentials",
    family="account",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=MicrosoftCredentialList.read,
)


def _get_kwargs(
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": "/v2/mailboxes/microsoft/credentials"}
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredentialList]:
    """List saved Microsoft credentials; the answer with its status and headers."""
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
) -> MicrosoftCredentialList:
    """List saved Microsoft credentials."""
    return sync_detailed(
        x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredentialList]:
    """List saved Microsoft credentials; the answer with its status and headers."""
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
) -> MicrosoftCredentialList:
    """List saved Microsoft credentials."""
    return (
        await asyncio_detailed(
            x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
