# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Companies."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import Client
from woodpecker_runtime.pagination import Pagination, Paginator
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import create_companies, list_companies
from ..models.company import Company
from ..models.company_create_request import CompanyCreateRequest
from ..models.company_create_result import CompanyCreateResult
from ..models.company_page import CompanyPage
from ..models.new_company import NewCompany
from .companies_api_keys import CompaniesApiKeys, RawCompaniesApiKeys
from .companies_email_accounts import CompaniesEmailAccounts, RawCompaniesEmailAccounts
from .companies_guests import CompaniesGuests, RawCompaniesGuests
from .companies_linkedin_accounts import CompaniesLinkedinAccounts, RawCompaniesLinkedinAccounts
from .companies_prospects import CompaniesProspects, RawCompaniesProspects
from .companies_users import CompaniesUsers, RawCompaniesUsers

_LIST_PAGES = Pagination(
    operation="listCompanies",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)


class Companies:
    """Companies."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def users(self) -> CompaniesUsers:
        """Users of companies."""
        return CompaniesUsers(self._client)

    @property
    def guests(self) -> CompaniesGuests:
        """Guests of companies."""
        return CompaniesGuests(self._client)

    @property
    def api_keys(self) -> CompaniesApiKeys:
        """Api keys of companies."""
        return CompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> CompaniesEmailAccounts:
        """Email accounts of companies."""
        return CompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> CompaniesProspects:
        """Prospects of companies."""
        return CompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> CompaniesLinkedinAccounts:
        """Linkedin accounts of companies."""
        return CompaniesLinkedinAccounts(self._client)

    @property
    def with_raw_response(self) -> RawCompanies:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawCompanies(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[Company, CompanyPage]:
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

        def fetch(number: int) -> CompanyPage:
            return list_companies.sync(
                client=self._client, active=active, page=number, timeout=timeout, deadline=deadline
            )

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)

    def create(
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
        return create_companies.sync(
            client=self._client,
            body=CompanyCreateRequest(
                companies=companies,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class RawCompanies:
    """`Companies` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def users(self) -> RawCompaniesUsers:
        return RawCompaniesUsers(self._client)

    @property
    def guests(self) -> RawCompaniesGuests:
        return RawCompaniesGuests(self._client)

    @property
    def api_keys(self) -> RawCompaniesApiKeys:
        return RawCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> RawCompaniesEmailAccounts:
        return RawCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> RawCompaniesProspects:
        return RawCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> RawCompaniesLinkedinAccounts:
        return RawCompaniesLinkedinAccounts(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyPage]:
        """List client companies."""
        return list_companies.sync_detailed(
            client=self._client, active=active, page=page, timeout=timeout, deadline=deadline
        )

    def create(
        self,
        *,
        companies: builtins.list[NewCompany],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyCreateResult]:
        """Create client companies."""
        return create_companies.sync_detailed(
            client=self._client,
            body=CompanyCreateRequest(
                companies=companies,
            ),
            timeout=timeout,
            deadline=deadline,
        )
