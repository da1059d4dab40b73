# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Delete all of a company's prospects (irreversible): `POST /v2/agency/companies/{company_id}/prospects/delete`.

HQ key only. Queues the deletion of a client's prospects and responds with 202 before they
are deleted. **It cannot be undone**, and no route reports the progress.

https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-delete
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.prospect_deletion import ProspectDeletion
from ...models.prospect_deletion_request import ProspectDeletionRequest

OPERATION: Operation[ProspectDeletion] = Operation(
    id="deleteCompanyProspects",
    method="POST",
    path="/v2/agency/companies/{company_id}/prospects/delete",
    family="agency",
    retry="rejected-only",
    outcome_check="No route reports it; check the company's prospect list in the app.",
    effects=frozenset(
        {
            "irreversible",
        }
    ),
    has_body=True,
    read=ProspectDeletion.read,
)


@checked
def request(
    company_id: int,
    *,
    body: ProspectDeletionRequest,
) -> OperationRequest[ProspectDeletion]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/prospects/delete",
        json=body.to_dict(),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ProspectDeletion]:
    """Delete all of a company's prospects (irreversible); the response with its status and headers."""
    return client.call(request(company_id, body=body), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ProspectDeletion:
    """Delete all of a company's prospects (irreversible)."""
    return client.call(request(company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ProspectDeletion]:
    """Delete all of a company's prospects (irreversible); the response with its status and headers."""
    return await client.call(request(company_id, body=body), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ProspectDeletion:
    """Delete all of a company's prospects (irreversible)."""
    return (await client.call(request(company_id, body=body), timeout, deadline)).parsed
