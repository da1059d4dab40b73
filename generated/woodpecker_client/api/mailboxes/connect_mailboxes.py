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

from woodpecker_runtime.arguments import checked, company_header
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.connection_batch import ConnectionBatch
from ...models.manual_connection_request import ManualConnectionRequest

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
def request(
    x_company_id: int | Unset = UNSET,
    *,
    body: ManualConnectionRequest,
) -> OperationRequest[ConnectionBatch]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
        PolicyError: `x_company_id` is not the id of a company.
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes/manual_connection/bulk",
        json=body.to_dict(),
        headers=company_header(x_company_id),
    )


def sync_detailed(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes by SMTP and IMAP passwords; the response with its status and headers."""
    return client.call(request(x_company_id, body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes by SMTP and IMAP passwords."""
    return client.call(request(x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes by SMTP and IMAP passwords; the response with its status and headers."""
    return await client.call(request(x_company_id, body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes by SMTP and IMAP passwords."""
    return (await client.call(request(x_company_id, body=body), timeout, deadline)).parsed
