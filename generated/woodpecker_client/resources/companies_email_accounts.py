# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's email accounts as the agency sees them."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator
from woodpecker_runtime.raw_responses import raw
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import list_company_email_accounts
from ..models.email_account import EmailAccount
from ..models.email_account_list import EmailAccountList

_LIST_PAGES = Pagination(
    operation="listCompanyEmailAccounts", first=None, total_items=(), total_pages=()
)


class CompaniesEmailAccounts:
    """List a company's email accounts as the agency sees them."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesEmailAccounts:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesEmailAccounts(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> builtins.list[EmailAccount]:
        """List a company's email accounts as the agency sees them: `GET /v2/agency/companies/{company_id}/email_accounts`.

        HQ key only. Returns all email accounts of one client company, without paging.
        Admins, owners and authorized team members can use it (`x-roles`), the latter two
        for their own companies. It is not interchangeable with `mailboxes.list` with
        `x-company-id`: the response is an object, has fewer fields, and has one more
        (`running_campaigns`). The account routes reject an inactive company with 409;
        whether this route does is not documented. The vendor prints the path with and
        without a trailing slash.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `EmailAccountList`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-email-accounts
        """
        request = list_company_email_accounts.request(company_id)
        page = self._client.call(request, timeout, deadline).parsed
        return page.content


class AsyncCompaniesEmailAccounts:
    """List a company's email accounts as the agency sees them."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesEmailAccounts:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesEmailAccounts(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[EmailAccount, EmailAccountList]:
        """List a company's email accounts as the agency sees them: `GET /v2/agency/companies/{company_id}/email_accounts`.

        HQ key only. Returns all email accounts of one client company, without paging.
        Admins, owners and authorized team members can use it (`x-roles`), the latter two
        for their own companies. It is not interchangeable with `mailboxes.list` with
        `x-company-id`: the response is an object, has fewer fields, and has one more
        (`running_campaigns`). The account routes reject an inactive company with 409;
        whether this route does is not documented. The vendor prints the path with and
        without a trailing slash.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `EmailAccountList`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-email-accounts
        """

        async def fetch(page: int) -> EmailAccountList:
            request = list_company_email_accounts.request(company_id)
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)


class RawCompaniesEmailAccounts:
    """The methods of `CompaniesEmailAccounts`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.list = raw(CompaniesEmailAccounts, CompaniesEmailAccounts.list, client)


class AsyncRawCompaniesEmailAccounts:
    """The methods of `AsyncCompaniesEmailAccounts`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[EmailAccountList]:
        """List a company's email accounts as the agency sees them: `GET /v2/agency/companies/{company_id}/email_accounts`."""
        request = list_company_email_accounts.request(company_id)
        return await self._client.call(request, timeout, deadline)
