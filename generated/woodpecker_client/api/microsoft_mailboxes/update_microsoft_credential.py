# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Rename a Microsoft credential or replace its secret: `PATCH /v2/mailboxes/microsoft/credentials/{credential_id}`.

Updates the fields that are sent. `client_secret` and `secret_expires_at` must be sent
together; the tenant id and the client id cannot be changed.

https://developers.woodpecker.co/docs/mailboxes/microsoft/patch-credentials/
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.microsoft_credential import MicrosoftCredential
from ...models.microsoft_credential_update import MicrosoftCredentialUpdate

OPERATION: Operation[MicrosoftCredential] = Operation(
    id="updateMicrosoftCredential",
    method="PATCH",
    path="/v2/mailboxes/microsoft/credentials/{credential_id}",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with `mailboxes.microsoft.credentials.list` and compare; a client secret itself is never shown.",
    effects=frozenset(),
    has_body=True,
    read=MicrosoftCredential.read,
)


@checked
def request(
    credential_id: int,
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftCredentialUpdate,
) -> OperationRequest[MicrosoftCredential]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/microsoft/credentials/{path_id('credential_id', credential_id)}",
        json=body.to_dict(),
        acts_for=x_company_id,
    )


def sync_detailed(
    credential_id: int,
    *,
    client: Client,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Rename a Microsoft credential or replace its secret; the response with its status and headers."""
    return client.call(request(credential_id, x_company_id, body=body), timeout, deadline)


def sync(
    credential_id: int,
    *,
    client: Client,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Rename a Microsoft credential or replace its secret."""
    return client.call(request(credential_id, x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    credential_id: int,
    *,
    client: AsyncClient,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Rename a Microsoft credential or replace its secret; the response with its status and headers."""
    return await client.call(request(credential_id, x_company_id, body=body), timeout, deadline)


async def asyncio(
    credential_id: int,
    *,
    client: AsyncClient,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Rename a Microsoft credential or replace its secret."""
    return (
        await client.call(request(credential_id, x_company_id, body=body), timeout, deadline)
    ).parsed
