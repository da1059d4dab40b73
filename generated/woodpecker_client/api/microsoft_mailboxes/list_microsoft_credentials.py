# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List saved Microsoft credentials: `GET /v2/mailboxes/microsoft/credentials`.

Returns all Microsoft Graph app-only credentials that are saved in the account, without
paging. Client secrets are never returned.

https://developers.woodpecker.co/docs/mailboxes/microsoft/get-credentials/
"""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.microsoft_credential_list import MicrosoftCredentialList

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


def request(
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[MicrosoftCredentialList]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes/microsoft/credentials",
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredentialList]:
    """List saved Microsoft credentials; the response with its status and headers."""
    return client.call(request(x_company_id), timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredentialList:
    """List saved Microsoft credentials."""
    return client.call(request(x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredentialList]:
    """List saved Microsoft credentials; the response with its status and headers."""
    return await client.call(request(x_company_id), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredentialList:
    """List saved Microsoft credentials."""
    return (await client.call(request(x_company_id), timeout, deadline)).parsed
