# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Companies."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.pagination import AsyncPaginator, Pagination
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import create_companies, list_companies
from ..models.company import Company
from ..models.company_create_request import CompanyCreateRequest
from ..models.company_create_result import CompanyCreateResult
from ..models.company_page import CompanyPage
from ..models.new_company import NewCompany
from .companies_api_keys import AsyncCompaniesApiKeys, AsyncRawCompaniesApiKeys
from .companies_email_accounts import AsyncCompaniesEmailAccounts, AsyncRawCompaniesEmailAccounts
from .companies_guests import AsyncCompaniesGuests, AsyncRawCompaniesGuests
from .companies_linkedin_accounts import (
    AsyncCompaniesLinkedinAccounts,
    AsyncRawCompaniesLinkedinAccounts,
)
from .companies_prospects import AsyncCompaniesProspects, AsyncRawCompaniesProspects
from .companies_users import AsyncCompaniesUsers, AsyncRawCompaniesUsers

_LIST_PAGES = Pagination(
    operation="listCompanies",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)


class AsyncCompanies:
    """Companies."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def users(self) -> AsyncCompaniesUsers:
        """Users of companies."""
        return AsyncCompaniesUsers(self._client)

    @property
    def guests(self) -> AsyncCompaniesGuests:
        """Guests of companies."""
        return AsyncCompaniesGuests(self._client)

    @property
    def api_keys(self) -> AsyncCompaniesApiKeys:
        """Api keys of companies."""
        return AsyncCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> AsyncCompaniesEmailAccounts:
        """Email accounts of companies."""
        return AsyncCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> AsyncCompaniesProspects:
        """Prospects of companies."""
        return AsyncCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> AsyncCompaniesLinkedinAccounts:
        """Linkedin accounts of companies."""
        return AsyncCompaniesLinkedinAccounts(self._client)

    @property
    def with_raw_response(self) -> AsyncRawCompanies:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawCompanies(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[Company, CompanyPage]:
        """List client companies.

        The agency's client accounts. A company's `id` is what `x-company-id` and
        `{company_id}` take. There is no route for a single company.

        Args:
            active: Only active (true) or only inactive (false) companies; both when left
                out.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
        """

        async def fetch(number: int) -> CompanyPage:
            return await list_companies.asyncio(
                client=self._client, active=active, page=number, timeout=timeout, deadline=deadline
            )

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)

    async def create(
        self,
        *,
        companies: builtins.list[NewCompany],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CompanyCreateResult:
        """Create client companies.

        Creates 1 to 10 client accounts, either all of them or, if a single entry is refused
        (its name is taken, say), none. They belong to the caller, and each comes with an
        API key, which `listCompanyApiKeys` shows. **This costs money**: the vendor charges
        for each active client account, period by period, and no route deletes or
        deactivates one. There is no idempotency key either. After a timeout, list the
        companies before trying again. With which status a taken name or an eleventh entry
        is refused is not documented; 400 and 409 are expected.

        Args:
            companies:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies
        """
        return await create_companies.asyncio(
            client=self._client,
            body=CompanyCreateRequest(
                companies=companies,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawCompanies:
    """`AsyncCompanies` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def users(self) -> AsyncRawCompaniesUsers:
        return AsyncRawCompaniesUsers(self._client)

    @property
    def guests(self) -> AsyncRawCompaniesGuests:
        return AsyncRawCompaniesGuests(self._client)

    @property
    def api_keys(self) -> AsyncRawCompaniesApiKeys:
        return AsyncRawCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> AsyncRawCompaniesEmailAccounts:
        return AsyncRawCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> AsyncRawCompaniesProspects:
        return AsyncRawCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> AsyncRawCompaniesLinkedinAccounts:
        return AsyncRawCompaniesLinkedinAccounts(self._client)

    async def list(
        self,
        *,
        active: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyPage]:
        """List client companies."""
        return await list_companies.asyncio_detailed(
            client=self._client, active=active, page=page, timeout=timeout, deadline=deadline
        )

    async def create(
        self,
        *,
        companies: builtins.list[NewCompany],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyCreateResult]:
        """Create client companies."""
        return await create_companies.asyncio_detailed(
            client=self._client,
            body=CompanyCreateRequest(
                companies=companies,
            ),
            timeout=timeout,
            deadline=deadline,
        )
