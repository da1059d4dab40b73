# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Create an API key for a company (irreversible): `POST /v2/agency/companies/{company_id}/api_keys`.

HQ key only. Creates a client key. Every request creates another key, and no route revokes
it. The response does not repeat the label.

https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-API-keys
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.api_key_create import ApiKeyCreate
from ...models.created_api_key import CreatedApiKey

OPERATION: Operation[CreatedApiKey] = Operation(
    id="createCompanyApiKey",
    method="POST",
    path="/v2/agency/companies/{company_id}/api_keys",
    family="agency",
    retry="rejected-only",
    outcome_check="List the company's keys with `companies.api_keys.list` and look for the label.",
    effects=frozenset(
        {
            "irreversible",
            "secret-in-response",
        }
    ),
    has_body=True,
    read=CreatedApiKey.read,
)


@checked
def request(
    company_id: int,
    *,
    body: ApiKeyCreate,
) -> OperationRequest[CreatedApiKey]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/api_keys",
        json=body.to_dict(),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: ApiKeyCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CreatedApiKey]:
    """Create an API key for a company (irreversible); the response with its status and headers."""
    return client.call(request(company_id, body=body), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    body: ApiKeyCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CreatedApiKey:
    """Create an API key for a company (irreversible)."""
    return client.call(request(company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: ApiKeyCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CreatedApiKey]:
    """Create an API key for a company (irreversible); the response with its status and headers."""
    return await client.call(request(company_id, body=body), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: ApiKeyCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CreatedApiKey:
    """Create an API key for a company (irreversible)."""
    return (await client.call(request(company_id, body=body), timeout, deadline)).parsed
