# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Connect Microsoft mailboxes: `POST /v2/mailboxes/microsoft/bulk`.

Connects the mailboxes through a saved credential and answers when it is done, with one
result per mailbox. Some may have failed although the call succeeded: look at `success` of
each element. The success status is not documented, 200 is expected.

https://developers.woodpecker.co/docs/mailboxes/microsoft/post-ms-mailboxes/
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import checked
from ...client import AsyncClient, Client
from ...models.microsoft_connect_request import MicrosoftConnectRequest
from ...models.microsoft_connect_result import MicrosoftConnectResult
from ...operation import Operation
from ...reading import list_of
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[list[MicrosoftConnectResult]] = Operation(
    id="connectMicrosoftMailboxes",
    method="POST",
    path="/v2/mailboxes/microsoft/bulk",
    family="account",
    retry="rejected-only",
    outcome_check="List the mailboxes with listMailboxes and look for the addresses.",
    effects=frozenset(),
    has_body=True,
    read=list_of(MicrosoftConnectResult.read),
)


@checked
def _get_kwargs(
    x_company_id: int | Unset = UNSET,
    *,
    body: MicrosoftConnectRequest,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "POST", "url": "/v2/mailboxes/microsoft/bulk"}
    kwargs["json"] = body.to_dict()
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[MicrosoftConnectResult]]:
    """Connect Microsoft mailboxes; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[MicrosoftConnectResult]:
    """Connect Microsoft mailboxes."""
    return sync_detailed(
        body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[MicrosoftConnectResult]]:
    """Connect Microsoft mailboxes; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: MicrosoftConnectRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[MicrosoftConnectResult]:
    """Connect Microsoft mailboxes."""
    return (
        await asyncio_detailed(
            body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
