# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Show how far a batch of mailboxes has come: `GET /v2/mailboxes/manual_connection/bulk/{batch_id}/summary`.

To be asked again until `processing_finished` is true. The page lists 200, 401, 404 and 500;
the other statuses stand here because `x-company-id` and the concurrency limit apply to
every account route.

https://developers.woodpecker.co/docs/mailboxes/get-batch-summary
"""

from __future__ import annotations

from typing import Any

from woodpecker_auth import validate_company_id

from ...arguments import path_id
from ...client import AsyncClient, Client
from ...models.connection_summary import ConnectionSummary
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION: Operation[ConnectionSummary] = Operation(
    id="getConnectionSummary",
    method="GET",
    path="/v2/mailboxes/manual_connection/bulk/{batch_id}/summary",
    family="account",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=ConnectionSummary.read,
)


def _get_kwargs(
    batch_id: int,
    x_company_id: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "GET",
        "url": f"/v2/mailboxes/manual_connection/bulk/{path_id('batch_id', batch_id)}/summary",
    }
    if x_company_id is not UNSET:
        kwargs["headers"] = {"x-company-id": str(validate_company_id(x_company_id))}
    return kwargs


def sync_detailed(
    batch_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionSummary]:
    """Show how far a batch of mailboxes has come; the answer with its status and headers."""
    kwargs = _get_kwargs(
        batch_id,
        x_company_id,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    batch_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionSummary:
    """Show how far a batch of mailboxes has come."""
    return sync_detailed(
        batch_id, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    batch_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionSummary]:
    """Show how far a batch of mailboxes has come; the answer with its status and headers."""
    kwargs = _get_kwargs(
        batch_id,
        x_company_id,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    batch_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionSummary:
    """Show how far a batch of mailboxes has come."""
    return (
        await asyncio_detailed(
            batch_id, x_company_id=x_company_id, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
