# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Get the progress of a mailbox batch: `GET /v2/mailboxes/manual_connection/bulk/{batch_id}/summary`.

Returns the progress of a batch. Poll it until `processing_finished` is true. The vendor's
page lists 200, 401, 404 and 500; the other statuses are declared because `x-company-id` and
the concurrency limit apply to every account route.

https://developers.woodpecker.co/docs/mailboxes/get-batch-summary
"""

from __future__ import annotations

from woodpecker_runtime.arguments import path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.connection_summary import ConnectionSummary

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


def request(
    batch_id: int,
    x_company_id: int | Unset = UNSET,
) -> OperationRequest[ConnectionSummary]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/mailboxes/manual_connection/bulk/{path_id('batch_id', batch_id)}/summary",
        acts_for=x_company_id,
    )


def sync_detailed(
    batch_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionSummary]:
    """Get the progress of a mailbox batch; the response with its status and headers."""
    return client.call(request(batch_id, x_company_id), timeout, deadline)


def sync(
    batch_id: int,
    *,
    client: Client,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionSummary:
    """Get the progress of a mailbox batch."""
    return client.call(request(batch_id, x_company_id), timeout, deadline).parsed


async def asyncio_detailed(
    batch_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ConnectionSummary]:
    """Get the progress of a mailbox batch; the response with its status and headers."""
    return await client.call(request(batch_id, x_company_id), timeout, deadline)


async def asyncio(
    batch_id: int,
    *,
    client: AsyncClient,
    x_company_id: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ConnectionSummary:
    """Get the progress of a mailbox batch."""
    return (await client.call(request(batch_id, x_company_id), timeout, deadline)).parsed
