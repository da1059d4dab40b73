# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Save a Microsoft credential: `POST /v2/mailboxes/microsoft/credentials`.

Saves the credential of a Microsoft Graph app. Before saving, the vendor uses it to request
a token from Microsoft, so a credential that does not work is rejected. The success status
is not documented: 201 is expected, 200 is possible.

https://developers.woodpecker.co/docs/mailboxes/microsoft/post-credentials/
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.microsoft_credential import MicrosoftCredential
from ...models.microsoft_credential_create import MicrosoftCredentialCreate

OPERATION: Operation[MicrosoftCredential] = Operation(
    id="createMicrosoftCredential",
    method="POST",
    path="/v2/mailboxes/microsoft/credentials",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with `mailboxes.microsoft.credentials.list` and look for the name.",
    effects=frozenset(),
    has_body=True,
    read=MicrosoftCredential.read,
)


@checked
def request(
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftCredentialCreate,
) -> OperationRequest[MicrosoftCredential]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes/microsoft/credentials",
        json=body.to_dict(),
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Save a Microsoft credential; the response with its status and headers."""
    return client.call(request(x_company_id, body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Save a Microsoft credential."""
    return client.call(request(x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Save a Microsoft credential; the response with its status and headers."""
    return await client.call(request(x_company_id, body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Save a Microsoft credential."""
    return (await client.call(request(x_company_id, body=body), timeout, deadline)).parsed
