# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's API keys: `GET /v2/agency/companies/{company_id}/api_keys`.

HQ key only. Returns the API keys of one company, **in plain text**. Each user sees only
their own keys, so a colleague's HQ key returns a different or an empty list. Treat the
whole response as a secret.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-API-keys
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id, query
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.api_key_page import ApiKeyPage

OPERATION: Operation[ApiKeyPage] = Operation(
    id="listCompanyApiKeys",
    method="GET",
    path="/v2/agency/companies/{company_id}/api_keys",
    family="agency",
    retry="safe",
    outcome_check=None,
    effects=frozenset(
        {
            "secret-in-response",
        }
    ),
    has_body=True,
    read=ApiKeyPage.read,
)


@checked
def request(
    company_id: int,
    *,
    page: int | Unset = UNSET,
) -> OperationRequest[ApiKeyPage]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/api_keys",
        params=query(
            {
                "page": page,
            }
        ),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ApiKeyPage]:
    """List a company's API keys; the response with its status and headers."""
    return client.call(request(company_id, page=page), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ApiKeyPage:
    """List a company's API keys."""
    return client.call(request(company_id, page=page), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ApiKeyPage]:
    """List a company's API keys; the response with its status and headers."""
    return await client.call(request(company_id, page=page), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    page: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ApiKeyPage:
    """List a company's API keys."""
    return (await client.call(request(company_id, page=page), timeout, deadline)).parsed
