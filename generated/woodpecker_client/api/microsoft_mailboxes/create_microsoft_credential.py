# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Save a Microsoft credential: `POST /v2/mailboxes/microsoft/credentials`.

Saves the data of a Microsoft Graph app. Before saving, the vendor asks Microsoft for a
token with it, so a credential that does not work is refused. The success status is not
documented: 201 is expected, 200 possible.

https://developers.woodpecker.co/docs/mailboxes/microsoft/post-credentials/
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import checked
from ...client import AsyncClient, Client
from ...models.microsoft_credential import MicrosoftCredential
from ...models.microsoft_credential_create import MicrosoftCredentialCreate
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[MicrosoftCredential] = Operation(
    id="createMicrosoftCredential",
    method="POST",
    path="/v2/mailboxes/microsoft/credentials",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with listMicrosoftCredentials and look for the name.",
    effects=frozenset(),
    has_body=True,
    read=MicrosoftCredential.read,
)


@checked
def _get_kwargs(
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftCredentialCreate,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "POST", "url": "/v2/mailboxes/microsoft/credentials"}
    kwargs["json"] = body.to_dict()
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Save a Microsoft credential; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Save a Microsoft credential."""
    return sync_detailed(
        body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Save a Microsoft credential; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: MicrosoftCredentialCreate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> MicrosoftCredential:
    """Save a Microsoft credential."""
    return (
        await asyncio_detailed(
            body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
