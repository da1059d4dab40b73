# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Delete all of a company's prospects: `POST /v2/agency/companies/{company_id}/prospects/delete`.

Queues the deletion of a client's prospects and answers 202 before it has happened. **It
cannot be undone**, and no route tells how far it has come.

https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-delete
"""

from __future__ import annotations

from typing import Any

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.prospect_deletion import ProspectDeletion
from ...models.prospect_deletion_request import ProspectDeletionRequest

OPERATION: Operation[ProspectDeletion] = Operation(
    id="deleteCompanyProspects",
    method="POST",
    path="/v2/agency/companies/{company_id}/prospects/delete",
    family="agency",
    retry="rejected-only",
    outcome_check="No route tells; the company's prospect list in the app does.",
    effects=frozenset(
        {
            "irreversible",
        }
    ),
    has_body=True,
    read=ProspectDeletion.read,
)


@checked
def _get_kwargs(
    company_id: int,
    *,
    body: ProspectDeletionRequest,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "POST",
        "url": f"/v2/agency/companies/{path_id('company_id', company_id)}/prospects/delete",
    }
    kwargs["json"] = body.to_dict()
    return kwargs


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ProspectDeletion]:
    """Delete all of a company's prospects; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        body=body,
    )
    return client.call(OPERATION, kwargs, timeout, deadline, company_id)


def sync(
    company_id: int,
    *,
    client: Client,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ProspectDeletion:
    """Delete all of a company's prospects."""
    return sync_detailed(
        company_id, body=body, client=client, timeout=timeout, deadline=deadline
    ).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[ProspectDeletion]:
    """Delete all of a company's prospects; the answer with its status and headers."""
    kwargs = _get_kwargs(
        company_id,
        body=body,
    )
    return await client.call(OPERATION, kwargs, timeout, deadline, company_id)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: ProspectDeletionRequest,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> ProspectDeletion:
    """Delete all of a company's prospects."""
    return (
        await asyncio_detailed(
            company_id, body=body, client=client, timeout=timeout, deadline=deadline
        )
    ).parsed
