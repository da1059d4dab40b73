# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Get one mailbox: `GET /v2/mailboxes/{id}`.

Returns one element of the mailbox list, by the id of either its SMTP or its IMAP element. A
404 can also mean that the company in `x-company-id` is unknown; only `detail` tells the two
apart.

https://developers.woodpecker.co/docs/mailboxes/get-mailbox
"""

from __future__ import annotations

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.mailbox import Mailbox

OPERATION: Operation[Mailbox] = Operation(
    id="getMailbox",
    method="GET",
    path="/v2/mailboxes/{id}",
    family="account",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=Mailbox.read,
)


def request(
    id: int,
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[Mailbox]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/{path_id('id', id)}",
        acts_for=x_company_id,
    )


def sync_detailed(
    id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Mailbox]:
    """Get one mailbox; the response with its status and headers."""
    return client.call(request(id, x_company_id), timeout, deadline)


def sync(
    id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Mailbox:
    """Get one mailbox."""
    return client.call(request(id, x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Mailbox]:
    """Get one mailbox; the response with its status and headers."""
    return await client.call(request(id, x_company_id), timeout, deadline)


async def asyncio(
    id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Mailbox:
    """Get one mailbox."""
    return (await client.call(request(id, x_company_id), timeout, deadline)).parsed
