# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Connect Microsoft mailboxes: `POST /v2/mailboxes/microsoft/bulk`.

Connects the mailboxes through a saved credential and responds when it is finished, with one
result per mailbox. Individual mailboxes may have failed although the request succeeded:
check `success` of each element. The success status is not documented; 200 is expected.

https://developers.woodpecker.co/docs/mailboxes/microsoft/post-ms-mailboxes/
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import list_of
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.microsoft_connect_request import MicrosoftConnectRequest
from ...models.microsoft_connect_result import MicrosoftConnectResult

OPERATION: Operation[list[MicrosoftConnectResult]] = Operation(
    id="connectMicrosoftMailboxes",
    method="POST",
    path="/v2/mailboxes/microsoft/bulk",
    family="account",
    retry="rejected-only",
    outcome_check="List the mailboxes with `mailboxes.list` and look for the addresses.",
    effects=frozenset(),
    has_body=True,
    read=list_of(MicrosoftConnectResult.read),
)


@checked
def request(
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftConnectRequest,
) -> OperationRequest[list[MicrosoftConnectResult]]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes/microsoft/bulk",
        json=body.to_dict(),
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[MicrosoftConnectResult]]:
    """Connect Microsoft mailboxes; the response with its status and headers."""
    return client.call(request(x_company_id, body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[MicrosoftConnectResult]:
    """Connect Microsoft mailboxes."""
    return client.call(request(x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[MicrosoftConnectResult]]:
    """Connect Microsoft mailboxes; the response with its status and headers."""
    return await client.call(request(x_company_id, body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[MicrosoftConnectResult]:
    """Connect Microsoft mailboxes."""
    return (await client.call(request(x_company_id, body=body), timeout, deadline)).parsed
