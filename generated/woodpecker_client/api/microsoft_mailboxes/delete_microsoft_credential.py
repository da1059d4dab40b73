# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Delete a Microsoft credential (irreversible): `DELETE /v2/mailboxes/microsoft/credentials/{credential_id}`.

Deletes a saved credential. This fails as long as an active mailbox depends on the
credential. The status of that error is not documented; 409 is expected.

https://developers.woodpecker.co/docs/mailboxes/microsoft/delete-credentials/
"""

from __future__ import annotations

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

OPERATION: Operation[None] = Operation(
    id="deleteMicrosoftCredential",
    method="DELETE",
    path="/v2/mailboxes/microsoft/credentials/{credential_id}",
    family="account",
    retry="rejected-only",
    outcome_check="List the credentials with `mailboxes.microsoft.credentials.list` and check that it is no longer listed.",
    effects=frozenset(
        {
            "irreversible",
        }
    ),
    has_body=False,
    read=nothing,
)


def request(
    credential_id: int,
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[None]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/microsoft/credentials/{path_id('credential_id', credential_id)}",
        acts_for=x_company_id,
    )


def sync_detailed(
    credential_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Delete a Microsoft credential (irreversible); the response with its status and headers."""
    return client.call(request(credential_id, x_company_id), timeout, deadline)


def sync(
    credential_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Delete a Microsoft credential (irreversible)."""
    return client.call(request(credential_id, x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    credential_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Delete a Microsoft credential (irreversible); the response with its status and headers."""
    return await client.call(request(credential_id, x_company_id), timeout, deadline)


async def asyncio(
    credential_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Delete a Microsoft credential (irreversible)."""
    return (await client.call(request(credential_id, x_company_id), timeout, deadline)).parsed
