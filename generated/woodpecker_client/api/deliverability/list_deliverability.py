# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List sending statistics per company: `GET /v2/agency/deliverability`.

HQ key only. Returns each company's sending statistics for a period, together with those of
the preceding period of equal length. They count events, so one prospect can be counted
several times. Companies without any activity are **left out**, so this does not replace the
list of companies.

https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
"""

from __future__ import annotations

from datetime import date

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.deliverability_page import DeliverabilityPage

OPERATION: Operation[DeliverabilityPage] = Operation(
    id="listDeliverability",
    method="GET",
    path="/v2/agency/deliverability",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=DeliverabilityPage.read,
)


@checked
def request(
    *,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> OperationRequest[DeliverabilityPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/deliverability",
        params=query(
            {
                "from": from_,
                "to": to,
                "page": page,
                "per_page": per_page,
            }
        ),
    )


def sync_detailed(
    *,
    client: Client,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[DeliverabilityPage]:
    """List sending statistics per company; the response with its status and headers."""
    return client.call(request(from_=from_, to=to, page=page, per_page=per_page), timeout, deadline)


def sync(
    *,
    client: Client,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> DeliverabilityPage:
    """List sending statistics per company."""
    return client.call(
        request(from_=from_, to=to, page=page, per_page=per_page), timeout, deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[DeliverabilityPage]:
    """List sending statistics per company; the response with its status and headers."""
    return await client.call(
        request(from_=from_, to=to, page=page, per_page=per_page), timeout, deadline
    )


async def asyncio(
    *,
    client: AsyncClient,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> DeliverabilityPage:
    """List sending statistics per company."""
    return (
        await client.call(
            request(from_=from_, to=to, page=page, per_page=per_page), timeout, deadline
        )
    ).parsed
