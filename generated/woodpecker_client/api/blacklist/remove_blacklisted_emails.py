# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Remove addresses from the blacklist: `DELETE /v2/agency/blacklist/emails`.

HQ key only. Removes 1 to 500 addresses, sent as a **JSON body**; addresses that are not on
the blacklist cause no error. Prospects that are already `BLACKLISTED` remain so. No vendor
page was available for this route. The description follows that of the corresponding route
for domains, whose page is linked.

https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.email_blacklist_change import EmailBlacklistChange

OPERATION: Operation[None] = Operation(
    id="removeBlacklistedEmails",
    method="DELETE",
    path="/v2/agency/blacklist/emails",
    family="agency",
    retry="rejected-only",
    outcome_check="List the entries with `blacklist.emails.list` and check that the addresses are no longer listed.",
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
    """Remove addresses from the blacklist; the response with its status and headers."""
    return client.call(request(body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Remove addresses from the blacklist."""
    return client.call(request(body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Remove addresses from the blacklist; the response with its status and headers."""
    return await client.call(request(body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: EmailBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Remove addresses from the blacklist."""
    return (await client.call(request(body=body), timeout, deadline)).parsed
