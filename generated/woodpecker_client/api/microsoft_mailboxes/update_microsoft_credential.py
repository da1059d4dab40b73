# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Rename a Microsoft credential or replace its secret: `PATCH /v2/mailboxes/microsoft/credentials/{credential_id}`.

Send what is to change. A new `client_secret` needs its `secret_expires_at` and the other
way round; tenant and client id stay as they are.

https://developers.woodpecker.co/docs/mailboxes/microsoft/patch-credentials/
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import checked, path_id
from ...client import AsyncClient, Client
from ...models.microsoft_credential import MicrosoftCredential
from ...models.microsoft_credential_update import MicrosoftCredentialUpdate
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[MicrosoftCredential] = Operation(
    id="updateMicrosoftCredential",
    method="PATCH",
    path="/v2/mailboxes/microsoft/credentials/{credential_id}",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with listMicrosoftCredentials and compare; a client secret itself is never shown.",
    effects=frozenset(),
    has_body=True,
    read=MicrosoftCredential.read,
)


@checked
def _get_kwargs(
    credential_id: int,
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftCredentialUpdate,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "PATCH",
        "url": f"/v2/mailboxes/microsoft/credentials/{path_id('credential_id', credential_id)}",
    }
    kwargs["json"] = body.to_dict()
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    credential_id: int,
    *,
    client: Client,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Rename a Microsoft credential or replace its secret; the answer with its status and headers."""
    kwargs = _get_kwargs(
        credential_id,
        x_company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


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
    return sync_detailed(
        credential_id,
        body=body,
        x_company_id=x_company_id,
        client=client,
        timeout=timeout,
        deadline=deadline,
    ).parsed


async def asyncio_detailed(
    credential_id: int,
    *,
    client: AsyncClient,
    body: MicrosoftCredentialUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[MicrosoftCredential]:
    """Rename a Microsoft credential or replace its secret; the answer with its status and headers."""
    kwargs = _get_kwargs(
        credential_id,
        x_company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


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
        await asyncio_detailed(
            credential_id,
            body=body,
            x_company_id=x_company_id,
            client=client,
            timeout=timeout,
            deadline=deadline,
        )
    ).parsed
