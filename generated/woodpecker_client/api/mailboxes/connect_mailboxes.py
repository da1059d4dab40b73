# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Connect mailboxes by SMTP and IMAP passwords: `POST /v2/mailboxes/manual_connection/bulk`.

Queues 1 to 200 mailboxes and answers before any of them is connected: 202 with the number
of the batch, whose progress `getConnectionSummary` shows. Google and Microsoft accounts can
be connected this way only with app passwords. Leave optional texts out instead of sending
them empty. Whether an invalid entry stops the valid ones beside it is not documented; a
login that fails shows up in the summary. The new mailboxes' ids are in neither answer: look
them up by address in the mailbox list.

https://developers.woodpecker.co/docs/mailboxes/post-mailboxes
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import checked
from ...client import AsyncClient, Client
from ...models.connection_batch import ConnectionBatch
from ...models.manual_connection_request import ManualConnectionRequest
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[ConnectionBatch] = Operation(
    id="connectMailboxes",
    method="POST",
    path="/v2/mailboxes/manual_connection/bulk",
    family="account",
    retry="rejected-only",
    outcome_check="List the mailboxes with listMailboxes and look for the addresses; a batch that was accepted may still be under way.",
    effects=frozenset(),
    has_body=True,
    read=ConnectionBatch.read,
)


@checked
def _get_kwargs(
    x_company_id: int | Unset = UNSET,
    *,
    body: ManualConnectionRequest,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "POST", "url": "/v2/mailboxes/manual_connection/bulk"}
    kwargs["json"] = body.to_dict()
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes by SMTP and IMAP passwords; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes by SMTP and IMAP passwords."""
    return sync_detailed(
        body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes by SMTP and IMAP passwords; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes by SMTP and IMAP passwords."""
    return (
        await asyncio_detailed(
            body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
