# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Delete a Microsoft credential: `DELETE /v2/mailboxes/microsoft/credentials/{credential_id}`.

Not possible as long as an active mailbox depends on the credential. With which status that
is refused is not documented; 409 is expected.

https://developers.woodpecker.co/docs/mailboxes/microsoft/delete-credentials/
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import path_id
from ...client import AsyncClient, Client
from ...operation import Operation
from ...reading import nothing
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[None] = Operation(
    id="deleteMicrosoftCredential",
    method="DELETE",
    path="/v2/mailboxes/microsoft/credentials/{credential_id}",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with listMicrosoftCredentials and see whether it is gone.",
    effects=frozenset(
        {
            "irreversible",
        }
    ),
    has_body=False,
    read=nothing,
)


def _get_kwargs(
    credential_id: int,
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "DELETE",
        "url": f"/v2/mailboxes/microsoft/credentials/{path_id('credential_id', credential_id)}",
    }
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    credential_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Delete a Microsoft credential; the answer with its status and headers."""
    kwargs = _get_kwargs(
        credential_id,
        x_company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    credential_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Delete a Microsoft credential."""
    return sync_detailed(
        credential_id, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    credential_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Delete a Microsoft credential; the answer with its status and headers."""
    kwargs = _get_kwargs(
        credential_id,
        x_company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    credential_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Delete a Microsoft credential."""
    return (
        await asyncio_detailed(
            credential_id,
            x_company_id=x_company_id,
            client=client,
            timeout=timeout,
            deadline=deadline,
        )
    ).parsed
