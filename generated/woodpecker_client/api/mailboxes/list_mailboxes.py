# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List the account's mailboxes: `GET /v2/mailboxes`.

Every email account connected to the account the call works in, as a bare array, without
paging. The sending (SMTP) and the receiving (IMAP) half of one email account are separate
elements; the SMTP element names the other one in `details.imap_id`.

https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...client import AsyncClient, Client
from ...models.mailbox import Mailbox
from ...operation import Operation
from ...reading import list_of
from ...types import UNSET, Response, Timeout, Unset

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


def _get_kwargs(
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": "/v2/mailboxes"}
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[Mailbox]]:
    """List the account's mailboxes; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[Mailbox]:
    """List the account's mailboxes."""
    return sync_detailed(
        x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[list[Mailbox]]:
    """List the account's mailboxes; the answer with its status and headers."""
    kwargs = _get_kwargs(
        x_company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> list[Mailbox]:
    """List the account's mailboxes."""
    return (
        await asyncio_detailed(
            x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
