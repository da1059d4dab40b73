# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Take addresses off the blacklist: `DELETE /v2/agency/blacklist/emails`.

Removes 1 to 500 addresses, named in a **JSON body**; addresses that were not listed are no
error. Prospects that are already `BLACKLISTED` stay so. No page of this route was
available. It is described after its twin for domains, whose page is linked.

https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.email_blacklist_change import EmailBlacklistChange

OPERATION: Operation[None] = Operation(
    id="removeBlacklistedEmails",
    method="DELETE",
    path="/v2/agency/blacklist/emails",
    family="agency",
    retry="rejected-only",
    outcome_check="List the entries with listBlacklistedEmails and see whether they are gone.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def _get_kwargs(
    *,
    body: EmailBlacklistChange,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "DELETE", "url": "/v2/agency/blacklist/emails"}
    kwargs["json"] = body.to_dict()
    return kwargs


def sync_detailed(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Take addresses off the blacklist; the answer with its status and headers."""
    kwargs = _get_kwargs(
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline)


def sync(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Take addresses off the blacklist."""
    return sync_detailed(body=body, client=client, timeout=timeout, deadline=deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Take addresses off the blacklist; the answer with its status and headers."""
    kwargs = _get_kwargs(
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Take addresses off the blacklist."""
    return (
        await asyncio_detailed(body=body, client=client, timeout=timeout, deadline=deadline)
    ).parsed
