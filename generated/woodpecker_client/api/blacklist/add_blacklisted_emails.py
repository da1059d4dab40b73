# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Blacklist addresses: `POST /v2/agency/blacklist/emails`.

Adds 1 to 500 addresses, for every client the agency has or will have. Prospects that
already exist keep their status until a campaign's processing sets it to `BLACKLISTED`. How
invalid or repeated entries are treated is not documented.

https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-bliacklist-email
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
    id="addBlacklistedEmails",
    method="POST",
    path="/v2/agency/blacklist/emails",
    family="agency",
    retry="rejected-only",
    outcome_check="List the entries with listBlacklistedEmails and look for the addresses.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def _get_kwargs(
    *,
    body: EmailBlacklistChange,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {"method": "POST", "url": "/v2/agency/blacklist/emails"}
    kwargs["json"] = body.to_dict()
    return kwargs


def sync_detailed(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Blacklist addresses; the answer with its status and headers."""
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
    """Blacklist addresses."""
    return sync_detailed(body=body, client=client, timeout=timeout, deadline=deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Blacklist addresses; the answer with its status and headers."""
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
    """Blacklist addresses."""
    return (
        await asyncio_detailed(body=body, client=client, timeout=timeout, deadline=deadline)
    ).parsed
