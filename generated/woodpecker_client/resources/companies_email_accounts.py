# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Email accounts of companies."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import list_company_email_accounts
from ..models.email_account import EmailAccount
from ..models.email_account_list import EmailAccountList

_LIST_PAGES = Pagination(
    operation="listCompanyEmailAccounts", first=None, total_items=(), total_pages=()
)


class CompaniesEmailAccounts:
    """Email accounts of companies."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesEmailAccounts:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawCompaniesEmailAccounts(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> builtins.list[EmailAccount]:
        """List a company's email accounts, seen from the agency.

        All email accounts of one client company, without paging. For admins, owners and
        authorized team members. Not interchangeable with `listMailboxes` under `x-company-
        id`: the answer is an object, has fewer fields, and one more (`running_campaigns`).
        The account routes refuse an inactive company with 409; whether this one does is not
        documented. The vendor prints the path with and without a trailing slash.

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-email-accounts
        """
        page = list_company_email_accounts.sync(
            company_id, client=self._client, timeout=timeout, deadline=deadline
        )
        return page.content


class RawCompaniesEmailAccounts:
    """`CompaniesEmailAccounts` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[EmailAccountList]:
        """List a company's email accounts, seen from the agency."""
        return list_company_email_accounts.sync_detailed(
            company_id, client=self._client, timeout=timeout, deadline=deadline
        )
