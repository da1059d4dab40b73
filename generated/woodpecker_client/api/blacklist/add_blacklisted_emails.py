# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Blacklist addresses: `POST /v2/agency/blacklist/emails`.

HQ key only. Adds 1 to 500 addresses to the blacklist, for every current and future client
of the agency. Existing prospects keep their status until a campaign's processing sets it to
`BLACKLISTED`. The handling of invalid or duplicate entries is not documented.

https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-bliacklist-email
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.email_blacklist_change import EmailBlacklistChange

OPERATION: Operation[None] = Operation(
    id="addBlacklistedEmails",
    method="POST",
    path="/v2/agency/blacklist/emails",
    family="agency",
    retry="rejected-only",
    outcome_check="List the entries with `blacklist.emails.list` and look for the addresses.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def request(
    *,
    body: EmailBlacklistChange,
) -> OperationRequest[None]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/blacklist/emails",
        json=body.to_dict(),
    )


def sync_detailed(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Blacklist addresses; the response with its status and headers."""
    return client.call(request(body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Blacklist addresses."""
    return client.call(request(body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Blacklist addresses; the response with its status and headers."""
    return await client.call(request(body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Blacklist addresses."""
    return (await client.call(request(body=body), timeout, deadline)).parsed
