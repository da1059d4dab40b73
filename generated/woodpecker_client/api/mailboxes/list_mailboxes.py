# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List the account's mailboxes: `GET /v2/mailboxes`.

Returns every email account that is connected to the account, as a plain array without
paging. The sending (SMTP) and the receiving (IMAP) side of one email account are separate
elements; the SMTP element refers to the IMAP element by `details.imap_id`. They are not
always pairs: two SMTP elements can refer to the same IMAP element.

https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
"""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import list_of
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.mailbox import Mailbox

OPERATION: Operation[list[Mailbox]] = Operation(
    id="listMailboxes",
    method="GET",
    path="/v2/mailboxes",
    family="account",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=list_of(Mailbox.read),
)


def request(
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[list[Mailbox]]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/mailboxes",
        acts_for=x_company_id,
    )


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[Mailbox]]:
    """List the account's mailboxes; the response with its status and headers."""
    return client.call(request(x_company_id), timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[Mailbox]:
    """List the account's mailboxes."""
    return client.call(request(x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[Mailbox]]:
    """List the account's mailboxes; the response with its status and headers."""
    return await client.call(request(x_company_id), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[Mailbox]:
    """List the account's mailboxes."""
    return (await client.call(request(x_company_id), timeout, deadline)).parsed
