# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List blacklisted addresses: `GET /v2/agency/blacklist/emails`.

HQ key only. Returns the agency's blacklisted addresses, page by page. **Pages are numbered
from 0**: starting with page 1 skips a whole page without an error.

https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.blacklisted_email_page import BlacklistedEmailPage

OPERATION: Operation[BlacklistedEmailPage] = Operation(
    id="listBlacklistedEmails",
    method="GET",
    path="/v2/agency/blacklist/emails",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(),
    has_body=True,
    read=BlacklistedEmailPage.read,
)


@checked
def request(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    email_filter: str | Unset = UNSET,
) -> OperationRequest[BlacklistedEmailPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/blacklist/emails",
        params=query(
            {
                "page": page,
                "per_page": per_page,
                "email_filter": email_filter,
            }
        ),
    )


def sync_detailed(
    *,
    client: Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    email_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[BlacklistedEmailPage]:
    """List blacklisted addresses; the response with its status and headers."""
    return client.call(
        request(page=page, per_page=per_page, email_filter=email_filter), timeout, deadline
    )


def sync(
    *,
    client: Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    email_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> BlacklistedEmailPage:
    """List blacklisted addresses."""
    return client.call(
        request(page=page, per_page=per_page, email_filter=email_filter), timeout, deadline
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    email_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[BlacklistedEmailPage]:
    """List blacklisted addresses; the response with its status and headers."""
    return await client.call(
        request(page=page, per_page=per_page, email_filter=email_filter), timeout, deadline
    )


async def asyncio(
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    email_filter: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> BlacklistedEmailPage:
    """List blacklisted addresses."""
    return (
        await client.call(
            request(page=page, per_page=per_page, email_filter=email_filter), timeout, deadline
        )
    ).parsed
