# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Update a mailbox's footer: `PATCH /v2/mailboxes/{id}`.

Sets or removes the footer, the only property that can be edited by this route, and no other
route was found that edits a connected mailbox. The id must be that of the **SMTP** element;
the effect of an IMAP id is not documented. The response has no body: read the result from
`details.signature`.

https://developers.woodpecker.co/docs/mailboxes/update-mailbox
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.mailbox_footer_update import MailboxFooterUpdate

OPERATION: Operation[None] = Operation(
    id="updateMailboxFooter",
    method="PATCH",
    path="/v2/mailboxes/{id}",
    family="account",
    retry="rejected-only",
    outcome_check="Get the mailbox with `mailboxes.get` and compare its signature.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def request(
    id: int,
    x_company_id: int | Unset = UNSET,
    *,
    body: MailboxFooterUpdate,
) -> OperationRequest[None]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/{path_id('id', id)}",
        json=body.to_dict(),
        acts_for=x_company_id,
    )


def sync_detailed(
    id: int,
    *,
    client: Client,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Update a mailbox's footer; the response with its status and headers."""
    return client.call(request(id, x_company_id, body=body), timeout, deadline)


def sync(
    id: int,
    *,
    client: Client,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Update a mailbox's footer."""
    return client.call(request(id, x_company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AsyncClient,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Update a mailbox's footer; the response with its status and headers."""
    return await client.call(request(id, x_company_id, body=body), timeout, deadline)


async def asyncio(
    id: int,
    *,
    client: AsyncClient,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Update a mailbox's footer."""
    return (await client.call(request(id, x_company_id, body=body), timeout, deadline)).parsed
