# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List sending figures per company: `GET /v2/agency/deliverability`.

Each company's figures for a period, next to those of the equally long period before it.
They count events, so one prospect can count several times. Companies in which nothing
happened are **left out**, so this does not replace the list of companies.

https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
"""

from __future__ import annotations

from datetime import date
from typing import Any

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
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
def _get_kwargs(
    *,
    from_: date | Unset = UNSET,
    to: date | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "GET", "url": "/v2/agency/deliverability"}
    kwargs["params"] = query(
        {
            "from": from_,
            "to": to,
            "page": page,
            "per_page": per_page,
        }
    )
    return kwargs


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
    """List sending figures per company; the answer with its status and headers."""
    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        page=page,
        per_page=per_page,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


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
    """List sending figures per company."""
    return sync_detailed(
        from_=from_,
        to=to,
        page=page,
        per_page=per_page,
        client=client,
        timeout=timeout,
        deadline=deadline,
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
    """List sending figures per company; the answer with its status and headers."""
    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        page=page,
        per_page=per_page,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


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
    """List sending figures per company."""
    return (
        await asyncio_detailed(
            from_=from_,
            to=to,
            page=page,
            per_page=per_page,
            client=client,
            timeout=timeout,
            deadline=deadline,
        )
    ).parsed
