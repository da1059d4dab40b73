# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Remove domains from the blacklist: `DELETE /v2/agency/blacklist/domains`.

HQ key only. Removes 1 to 500 domains, sent as a **JSON body**; domains that are not on the
blacklist cause no error. Prospects that are already `BLACKLISTED` remain so. Unlike the
corresponding route of a single account, this route does not return what was removed.

https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.parsing import nothing
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.domain_blacklist_change import DomainBlacklistChange

OPERATION: Operation[None] = Operation(
    id="removeBlacklistedDomains",
    method="DELETE",
    path="/v2/agency/blacklist/domains",
    family="agency",
    retry="rejected-only",
    outcome_check="List the entries with `blacklist.domains.list` and check that the domains are no longer listed.",
    effects=frozenset(),
    has_body=False,
    read=nothing,
)


@checked
def request(
    *,
    body: DomainBlacklistChange,
) -> OperationRequest[None]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/blacklist/domains",
        json=body.to_dict(),
    )


def sync_detailed(
    *,
    client: Client,
    body: DomainBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Remove domains from the blacklist; the response with its status and headers."""
    return client.call(request(body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: DomainBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Remove domains from the blacklist."""
    return client.call(request(body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: DomainBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[None]:
    """Remove domains from the blacklist; the response with its status and headers."""
    return await client.call(request(body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: DomainBlacklistChange,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> None:
    """Remove domains from the blacklist."""
    return (await client.call(request(body=body), timeout, deadline)).parsed
