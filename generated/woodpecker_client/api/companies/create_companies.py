# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Create client companies (billable, irreversible): `POST /v2/agency/companies`.

HQ key only. Creates 1 to 10 client accounts. Either all of them are created or, if a single
entry is rejected (for example because its name is taken), none. They belong to the caller,
and each gets an API key, which `companies.api_keys.list` returns. **This costs money**: the
vendor charges for each active client account in every billing period, and no route deletes
or deactivates one. There is no idempotency key either. After a timeout, list the companies
before trying again. The status of the error for a taken name or an eleventh entry is not
documented; 400 and 409 are expected.

https://developers.woodpecker.co/docs/agency-api/companies/POST-companies
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.company_create_request import CompanyCreateRequest
from ...models.company_create_result import CompanyCreateResult

OPERATION: Operation[CompanyCreateResult] = Operation(
    id="createCompanies",
    method="POST",
    path="/v2/agency/companies",
    family="agency",
    retry="rejected-only",
    outcome_check="List the companies with `companies.list` and look for the names; either all of them exist or none.",
    effects=frozenset(
        {
            "billable",
            "irreversible",
        }
    ),
    has_body=True,
    read=CompanyCreateResult.read,
)


@checked
def request(
    *,
    body: CompanyCreateRequest,
) -> OperationRequest[CompanyCreateResult]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        "/v2/agency/companies",
        json=body.to_dict(),
    )


def sync_detailed(
    *,
    client: Client,
    body: CompanyCreateRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyCreateResult]:
    """Create client companies (billable, irreversible); the response with its status and headers."""
    return client.call(request(body=body), timeout, deadline)


def sync(
    *,
    client: Client,
    body: CompanyCreateRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyCreateResult:
    """Create client companies (billable, irreversible)."""
    return client.call(request(body=body), timeout, deadline).parsed


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CompanyCreateRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[CompanyCreateResult]:
    """Create client companies (billable, irreversible); the response with its status and headers."""
    return await client.call(request(body=body), timeout, deadline)


async def asyncio(
    *,
    client: AsyncClient,
    body: CompanyCreateRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> CompanyCreateResult:
    """Create client companies (billable, irreversible)."""
    return (await client.call(request(body=body), timeout, deadline)).parsed
