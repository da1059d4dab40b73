# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Create a LinkedIn account and its login link: `POST /v2/agency/companies/{company_id}/linkedin_accounts`.

HQ key only. Creates a LinkedIn account and returns a link, valid for **48 hours**, through
which a person logs in. Until then the link is as sensitive as a password. A free LinkedIn
slot is required; slots are bought in the app, and the status of the error without a free
slot is not documented. Two ways to learn that the person has logged in, neither of which is
part of this document: the webhooks `linkedin_automation_account_connected` and
`linkedin_automation_account_disconnected` (see [LinkedIn account
connected](https://developers.woodpecker.co/docs/webhooks/linkedin-account-connected/)), and
`session_status` in the account's own list, `GET /v2/linkedin_accounts` (see [get LinkedIn
accounts](https://developers.woodpecker.co/docs/linkedin/get-linkedin-accounts/)). The
status for a time zone that is not accepted is not documented; 400 is expected.

https://developers.woodpecker.co/docs/agency-api/linkedin/POST-connect-linkedin
"""

from __future__ import annotations

from woodpecker_runtime.arguments import checked, path_id
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation, OperationRequest
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ...models.linkedin_account_create import LinkedinAccountCreate
from ...models.linkedin_connection import LinkedinConnection

OPERATION: Operation[LinkedinConnection] = Operation(
    id="createLinkedinAccount",
    method="POST",
    path="/v2/agency/companies/{company_id}/linkedin_accounts",
    family="agency",
    retry="rejected-only",
    outcome_check="No operation of this document reports it: get the company's LinkedIn accounts with the account route GET /v2/linkedin_accounts, or look in the app.",
    effects=frozenset(
        {
            "secret-in-response",
        }
    ),
    has_body=True,
    read=LinkedinConnection.read,
)


@checked
def request(
    company_id: int,
    *,
    body: LinkedinAccountCreate,
) -> OperationRequest[LinkedinConnection]:
    """The request for these arguments; nothing is sent.

    Raises:
        InvalidValue: an argument cannot be sent.
    """
    return OperationRequest(
        OPERATION,
        f"/v2/agency/companies/{path_id('company_id', company_id)}/linkedin_accounts",
        json=body.to_dict(),
        company_id=company_id,
    )


def sync_detailed(
    company_id: int,
    *,
    client: Client,
    body: LinkedinAccountCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[LinkedinConnection]:
    """Create a LinkedIn account and its login link; the response with its status and headers."""
    return client.call(request(company_id, body=body), timeout, deadline)


def sync(
    company_id: int,
    *,
    client: Client,
    body: LinkedinAccountCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> LinkedinConnection:
    """Create a LinkedIn account and its login link."""
    return client.call(request(company_id, body=body), timeout, deadline).parsed


async def asyncio_detailed(
    company_id: int,
    *,
    client: AsyncClient,
    body: LinkedinAccountCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> Response[LinkedinConnection]:
    """Create a LinkedIn account and its login link; the response with its status and headers."""
    return await client.call(request(company_id, body=body), timeout, deadline)


async def asyncio(
    company_id: int,
    *,
    client: AsyncClient,
    body: LinkedinAccountCreate,
    timeout: Timeout | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
) -> LinkedinConnection:
    """Create a LinkedIn account and its login link."""
    return (await client.call(request(company_id, body=body), timeout, deadline)).parsed
