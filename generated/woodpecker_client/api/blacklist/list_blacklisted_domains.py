# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List blacklisted domains: `GET /v2/agency/blacklist/domains`.

HQ key only. Returns the agency's blacklisted domains, page by page. **Pages are numbered
from 0**: starting with page 1 skips a whole page without an error. Wildcards are documented
only for the blacklist of a single account.

https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-domain
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.blacklisted_domain_page import BlacklistedDomainPage

OPERATION: Operation[BlacklistedDomainPage] = Operation(
    id="listBlacklistedDomains",
    method="GET",
    path="/v2/agency/blacklist/domains",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=BlacklistedDomainPage.read,
)


@checked
def request(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    domain_filter: str | Unset = UNSET,
) -> OperationRequest[BlacklistedDomainPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/blacklist/domains",
        params=query(
            {
                "page": page,
                "per_page": per_page,
                "domain_filter": domain_filter,
            }
        ),
    )


def sync_detailed(
    *,
    client: Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    domain_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[BlacklistedDomainPage]:
    """List blacklisted domains; the response with its status and headers."""
    return client.call(
        request(page=page, per_page=per_page, domain_filter=domain_filter), timeout, deadline
    )


def sync(
    *,
    client: Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    domain_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> BlacklistedDomainPage:
    """List blacklisted domains."""
    return client.call(
        request(page=page, per_page=per_page, domain_filter=domain_filter), timeout, deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    domain_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[BlacklistedDomainPage]:
    """List blacklisted domains; the response with its status and headers."""
    return await client.call(
        request(page=page, per_page=per_page, domain_filter=domain_filter), timeout, deadline
    )


async def asyncio(
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    domain_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> BlacklistedDomainPage:
    """List blacklisted domains."""
    return (
        await client.call(
            request(page=page, per_page=per_page, domain_filter=domain_filter), timeout, deadline
        )
    ).parsed
