# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Connect mailboxes with SMTP and IMAP passwords: `POST /v2/mailboxes/manual_connection/bulk`.

Queues 1 to 200 mailboxes and responds with 202 and a batch id before any of them is
connected; `mailboxes.manual_connection.summary` returns the progress of the batch. Google
and Microsoft accounts can be connected this way only with app passwords. Omit optional
texts instead of sending them empty. Whether an invalid entry also stops the valid entries
of its batch is not documented; a failed login is listed in the summary. Neither response
contains the ids of the new mailboxes: find them by address in the mailbox list.

https://developers.woodpecker.co/docs/mailboxes/post-mailboxes
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
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
    outcome_check="List the mailboxes with `mailboxes.list` and look for the addresses; an accepted batch may still be in progress.",
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
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes/manual_connection/bulk",
        json=body.to_dict(),
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes with SMTP and IMAP passwords; the response with its status and headers."""
    return client.call(request(x_company_id, body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes with SMTP and IMAP passwords."""
    return client.call(request(x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionBatch]:
    """Connect mailboxes with SMTP and IMAP passwords; the response with its status and headers."""
    return await client.call(request(x_company_id, body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: ManualConnectionRequest,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionBatch:
    """Connect mailboxes with SMTP and IMAP passwords."""
    return (await client.call(request(x_company_id, body=body), timeout, deadline)).parsed
