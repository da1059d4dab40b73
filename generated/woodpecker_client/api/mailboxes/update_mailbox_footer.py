# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Change a mailbox's footer: `PATCH /v2/mailboxes/{id}`.

Sets or removes the footer, the only property of a mailbox that can be edited. The id has to
be that of the **SMTP** element; what an IMAP id leads to is not documented. Nothing comes
back: read the result as `details.signature`.

https://developers.woodpecker.co/docs/mailboxes/update-mailbox
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, company_header, path_id
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
    outcome_check="Read the mailbox with getMailbox and compare its signature.",
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
        PolicyError: `x_company_id` is not the id of a company.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/{path_id('id', id)}",
        json=body.to_dict(),
        headers=company_header(x_company_id),
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
    """Change a mailbox's footer; the response with its status and headers."""
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
    """Change a mailbox's footer."""
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
    """Change a mailbox's footer; the response with its status and headers."""
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
    """Change a mailbox's footer."""
    return (await client.call(request(id, x_company_id, body=body), timeout, deadline)).parsed
