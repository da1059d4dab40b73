# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Show one mailbox: `GET /v2/mailboxes/{id}`.

One element of the mailbox list, by the id of its SMTP or of its IMAP half. A 404 can also
mean that the company in `x-company-id` is unknown; only `detail` tells the two apart.

https://developers.woodpecker.co/docs/mailboxes/get-mailbox
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import path_id
from ...client import AsyncClient, Client
from ...models.mailbox import Mailbox
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

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


def _get_kwargs(
    id: int,
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": f"/v2/mailboxes/{path_id('id', id)}"}
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Mailbox]:
    """Show one mailbox; the answer with its status and headers."""
    kwargs = _get_kwargs(
        id,
        x_company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Mailbox:
    """Show one mailbox."""
    return sync_detailed(
        id, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[Mailbox]:
    """Show one mailbox; the answer with its status and headers."""
    kwargs = _get_kwargs(
        id,
        x_company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Mailbox:
    """Show one mailbox."""
    return (
        await asyncio_detailed(
            id, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
