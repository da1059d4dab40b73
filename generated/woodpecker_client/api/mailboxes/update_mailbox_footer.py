# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Change a mailbox's footer: `PATCH /v2/mailboxes/{id}`.

Sets or removes the footer, the only property of a mailbox that can be edited. The id has to
be that of the **SMTP** element; what an IMAP id leads to is not documented. Nothing comes
back: read the result as `details.signature`.

https://developers.woodpecker.co/docs/mailboxes/update-mailbox
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import checked, path_id
from ...client import AsyncClient, Client
from ...models.mailbox_footer_update import MailboxFooterUpdate
from ...operation import Operation
from ...reading import nothing
from ...types import UNSET, Response, Timeout, Unset

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
def _get_kwargs(
    id: int,
    x_company_id: int | Unset = UNSET,
    *,
    body: MailboxFooterUpdate,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "PATCH", "url": f"/v2/mailboxes/{path_id('id', id)}"}
    kwargs["json"] = body.to_dict()
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    id: int,
    *,
    client: Client,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Change a mailbox's footer; the answer with its status and headers."""
    kwargs = _get_kwargs(
        id,
        x_company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


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
    return sync_detailed(
        id, body=body, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AsyncClient,
    body: MailboxFooterUpdate,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Change a mailbox's footer; the answer with its status and headers."""
    kwargs = _get_kwargs(
        id,
        x_company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


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
    return (
        await asyncio_detailed(
            id,
            body=body,
            x_company_id=x_company_id,
            client=client,
            timeout=timeout,
            deadline=deadline,
        )
    ).parsed
