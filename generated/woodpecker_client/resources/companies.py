# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""The agency's client accounts and what is managed for each of them: users, guests,
API keys, email accounts, prospects and LinkedIn accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.lookup import Lookup, find, find_async
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.plain_dicts import to_models
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import create_companies, list_companies
from ..models.company import Company
from ..models.company_create import CompanyCreate
from ..models.company_create_request import CompanyCreateRequest
from ..models.company_create_result import CompanyCreateResult
from ..models.company_page import CompanyPage
from ..typed_dicts import CompanyCreateDict

if TYPE_CHECKING:
    from .companies_api_keys import (
        AsyncCompaniesApiKeys,
        AsyncRawCompaniesApiKeys,
        CompaniesApiKeys,
        RawCompaniesApiKeys,
    )
    from .companies_email_accounts import (
        AsyncCompaniesEmailAccounts,
        AsyncRawCompaniesEmailAccounts,
        CompaniesEmailAccounts,
        RawCompaniesEmailAccounts,
    )
    from .companies_guests import (
        AsyncCompaniesGuests,
        AsyncRawCompaniesGuests,
        CompaniesGuests,
        RawCompaniesGuests,
    )
    from .companies_linkedin_accounts import (
        AsyncCompaniesLinkedinAccounts,
        AsyncRawCompaniesLinkedinAccounts,
        CompaniesLinkedinAccounts,
        RawCompaniesLinkedinAccounts,
    )
    from .companies_prospects import (
        AsyncCompaniesProspects,
        AsyncRawCompaniesProspects,
        CompaniesProspects,
        RawCompaniesProspects,
    )
    from .companies_users import (
        AsyncCompaniesUsers,
        AsyncRawCompaniesUsers,
        CompaniesUsers,
        RawCompaniesUsers,
    )


_LIST_PAGES = Pagination(
    operation="listCompanies",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)
_GET = Lookup(operation="listCompanies", by="id", kind=int, unique=True)
_GET_BY_NAME = Lookup(operation="listCompanies", by="name", kind=str, unique=False)


class Companies:
    """The agency's client accounts and what is managed for each of them: users, guests,
    API keys, email accounts, prospects and LinkedIn accounts."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def users(self) -> CompaniesUsers:
        """List a company's users."""
        from .companies_users import CompaniesUsers

        return CompaniesUsers(self._client)

    @property
    def guests(self) -> CompaniesGuests:
        """Invite guests to a company; replace guests' permissions."""
        from .companies_guests import CompaniesGuests

        return CompaniesGuests(self._client)

    @property
    def api_keys(self) -> CompaniesApiKeys:
        """List a company's API keys; create an API key for a company (irreversible)."""
        from .companies_api_keys import CompaniesApiKeys

        return CompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> CompaniesEmailAccounts:
        """List a company's email accounts as the agency sees them."""
        from .companies_email_accounts import CompaniesEmailAccounts

        return CompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> CompaniesProspects:
        """Delete all of a company's prospects (irreversible)."""
        from .companies_prospects import CompaniesProspects

        return CompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> CompaniesLinkedinAccounts:
        """Create a LinkedIn account and its login link; create another login link for a
        LinkedIn account."""
        from .companies_linkedin_accounts import CompaniesLinkedinAccounts

        return CompaniesLinkedinAccounts(self._client)

    @property
    def with_raw_response(self) -> RawCompanies:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompanies(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[Company, CompanyPage]:
        """List client companies: `GET /v2/agency/companies`.

        HQ key only. Returns the agency's client accounts, page by page. The `id` of a
        company is the value for `x-company-id` and `{company_id}`. There is no route for a
        single company.

        Args:
            active: Return only active (true) or only inactive (false) companies; both if
                omitted.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `Company` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
        """

        def fetch(page: int) -> CompanyPage:
            request = list_companies.request(active=active, page=page)
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)

    def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Company:
        """Get the `Company` with this `id`.

        No route returns a single entry, so this reads the pages of `companies.list` until
        it comes: one request for each 50 entries up to it. To look for several, read the
        listing once.

        Args:
            id: The value for `x-company-id` and `{company_id}`.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Company`.

        Raises:
            NotFound: no entry has it.
            InvalidValue: it cannot be searched for.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        return find(_GET, self.list(timeout=timeout, deadline=deadline), id)

    def get_by_name(
        self, name: str, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Company:
        """Get the `Company` with this `name`.

        No route returns a single entry, so this reads all pages of `companies.list`,
        because several entries may have it: one request for each 50 entries. To look for
        several, read the listing once.

        Args:
            name: The company's name.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Company`.

        Raises:
            NotFound: no entry has it.
            InvalidValue: it cannot be searched for, or several entries have it.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        return find(_GET_BY_NAME, self.list(timeout=timeout, deadline=deadline), name)

    def create(
        self,
        *,
        companies: Sequence[CompanyCreate | CompanyCreateDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CompanyCreateResult:
        """Create client companies (billable, irreversible): `POST /v2/agency/companies`.

        HQ key only. Creates 1 to 10 client accounts. Either all of them are created or, if
        a single entry is rejected (for example because its name is taken), none. They
        belong to the caller, and each gets an API key, which `companies.api_keys.list`
        returns. **This costs money**: the vendor charges for each active client account in
        every billing period, and no route deletes or deactivates one. There is no
        idempotency key either. After a timeout, list the companies before trying again. The
        status of the error for a taken name or an eleventh entry is not documented; 400 and
        409 are expected.

        Args:
            companies: The companies to create, 1 to 10.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `CompanyCreateResult`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.companies.create(
                companies=[{"name": "Quillby Foods"}, {"name": "Lantern Row Books"}]
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies
        """
        try:
            made = to_models(companies, CompanyCreate, "companies")
        finally:
            del companies  # tracebacks can show locals
        request = create_companies.request(body=CompanyCreateRequest(companies=made))
        return self._client.call(request, timeout, deadline).parsed


class AsyncCompanies:
    """The agency's client accounts and what is managed for each of them: users, guests,
    API keys, email accounts, prospects and LinkedIn accounts."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def users(self) -> AsyncCompaniesUsers:
        """List a company's users."""
        from .companies_users import AsyncCompaniesUsers

        return AsyncCompaniesUsers(self._client)

    @property
    def guests(self) -> AsyncCompaniesGuests:
        """Invite guests to a company; replace guests' permissions."""
        from .companies_guests import AsyncCompaniesGuests

        return AsyncCompaniesGuests(self._client)

    @property
    def api_keys(self) -> AsyncCompaniesApiKeys:
        """List a company's API keys; create an API key for a company (irreversible)."""
        from .companies_api_keys import AsyncCompaniesApiKeys

        return AsyncCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> AsyncCompaniesEmailAccounts:
        """List a company's email accounts as the agency sees them."""
        from .companies_email_accounts import AsyncCompaniesEmailAccounts

        return AsyncCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> AsyncCompaniesProspects:
        """Delete all of a company's prospects (irreversible)."""
        from .companies_prospects import AsyncCompaniesProspects

        return AsyncCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> AsyncCompaniesLinkedinAccounts:
        """Create a LinkedIn account and its login link; create another login link for a
        LinkedIn account."""
        from .companies_linkedin_accounts import AsyncCompaniesLinkedinAccounts

        return AsyncCompaniesLinkedinAccounts(self._client)

    @property
    def with_raw_response(self) -> AsyncRawCompanies:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompanies(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[Company, CompanyPage]:
        """List client companies: `GET /v2/agency/companies`.

        HQ key only. Returns the agency's client accounts, page by page. The `id` of a
        company is the value for `x-company-id` and `{company_id}`. There is no route for a
        single company.

        Args:
            active: Return only active (true) or only inactive (false) companies; both if
                omitted.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `Company` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
        """

        async def fetch(page: int) -> CompanyPage:
            request = list_companies.request(active=active, page=page)
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)

    async def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Company:
        """Get the `Company` with this `id`.

        No route returns a single entry, so this reads the pages of `companies.list` until
        it comes: one request for each 50 entries up to it. To look for several, read the
        listing once.

        Args:
            id: The value for `x-company-id` and `{company_id}`.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Company`.

        Raises:
            NotFound: no entry has it.
            InvalidValue: it cannot be searched for.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        return await find_async(_GET, self.list(timeout=timeout, deadline=deadline), id)

    async def get_by_name(
        self, name: str, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Company:
        """Get the `Company` with this `name`.

        No route returns a single entry, so this reads all pages of `companies.list`,
        because several entries may have it: one request for each 50 entries. To look for
        several, read the listing once.

        Args:
            name: The company's name.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Company`.

        Raises:
            NotFound: no entry has it.
            InvalidValue: it cannot be searched for, or several entries have it.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        return await find_async(_GET_BY_NAME, self.list(timeout=timeout, deadline=deadline), name)

    async def create(
        self,
        *,
        companies: Sequence[CompanyCreate | CompanyCreateDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CompanyCreateResult:
        """Create client companies (billable, irreversible): `POST /v2/agency/companies`.

        HQ key only. Creates 1 to 10 client accounts. Either all of them are created or, if
        a single entry is rejected (for example because its name is taken), none. They
        belong to the caller, and each gets an API key, which `companies.api_keys.list`
        returns. **This costs money**: the vendor charges for each active client account in
        every billing period, and no route deletes or deactivates one. There is no
        idempotency key either. After a timeout, list the companies before trying again. The
        status of the error for a taken name or an eleventh entry is not documented; 400 and
        409 are expected.

        Args:
            companies: The companies to create, 1 to 10.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `CompanyCreateResult`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.companies.create(
                companies=[{"name": "Quillby Foods"}, {"name": "Lantern Row Books"}]
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies
        """
        try:
            made = to_models(companies, CompanyCreate, "companies")
        finally:
            del companies  # tracebacks can show locals
        request = create_companies.request(body=CompanyCreateRequest(companies=made))
        return (await self._client.call(request, timeout, deadline)).parsed


class RawCompanies:
    """The methods of `Companies`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.create = raw(Companies, Companies.create, client)

    @property
    def users(self) -> RawCompaniesUsers:
        """List a company's users."""
        from .companies_users import RawCompaniesUsers

        return RawCompaniesUsers(self._client)

    @property
    def guests(self) -> RawCompaniesGuests:
        """Invite guests to a company; replace guests' permissions."""
        from .companies_guests import RawCompaniesGuests

        return RawCompaniesGuests(self._client)

    @property
    def api_keys(self) -> RawCompaniesApiKeys:
        """List a company's API keys; create an API key for a company (irreversible)."""
        from .companies_api_keys import RawCompaniesApiKeys

        return RawCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> RawCompaniesEmailAccounts:
        """List a company's email accounts as the agency sees them."""
        from .companies_email_accounts import RawCompaniesEmailAccounts

        return RawCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> RawCompaniesProspects:
        """Delete all of a company's prospects (irreversible)."""
        from .companies_prospects import RawCompaniesProspects

        return RawCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> RawCompaniesLinkedinAccounts:
        """Create a LinkedIn account and its login link; create another login link for a
        LinkedIn account."""
        from .companies_linkedin_accounts import RawCompaniesLinkedinAccounts

        return RawCompaniesLinkedinAccounts(self._client)

    def list(
        self,
        *,
        active: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyPage]:
        """List client companies: one page of `GET /v2/agency/companies`."""
        request = list_companies.request(active=active, page=page)
        return self._client.call(request, timeout, deadline)


class AsyncRawCompanies:
    """The methods of `AsyncCompanies`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.create = raw_async(AsyncCompanies, AsyncCompanies.create, client)

    @property
    def users(self) -> AsyncRawCompaniesUsers:
        """List a company's users."""
        from .companies_users import AsyncRawCompaniesUsers

        return AsyncRawCompaniesUsers(self._client)

    @property
    def guests(self) -> AsyncRawCompaniesGuests:
        """Invite guests to a company; replace guests' permissions."""
        from .companies_guests import AsyncRawCompaniesGuests

        return AsyncRawCompaniesGuests(self._client)

    @property
    def api_keys(self) -> AsyncRawCompaniesApiKeys:
        """List a company's API keys; create an API key for a company (irreversible)."""
        from .companies_api_keys import AsyncRawCompaniesApiKeys

        return AsyncRawCompaniesApiKeys(self._client)

    @property
    def email_accounts(self) -> AsyncRawCompaniesEmailAccounts:
        """List a company's email accounts as the agency sees them."""
        from .companies_email_accounts import AsyncRawCompaniesEmailAccounts

        return AsyncRawCompaniesEmailAccounts(self._client)

    @property
    def prospects(self) -> AsyncRawCompaniesProspects:
        """Delete all of a company's prospects (irreversible)."""
        from .companies_prospects import AsyncRawCompaniesProspects

        return AsyncRawCompaniesProspects(self._client)

    @property
    def linkedin_accounts(self) -> AsyncRawCompaniesLinkedinAccounts:
        """Create a LinkedIn account and its login link; create another login link for a
        LinkedIn account."""
        from .companies_linkedin_accounts import AsyncRawCompaniesLinkedinAccounts

        return AsyncRawCompaniesLinkedinAccounts(self._client)

    async def list(
        self,
        *,
        active: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyPage]:
        """List client companies: one page of `GET /v2/agency/companies`."""
        request = list_companies.request(active=active, page=page)
        return await self._client.call(request, timeout, deadline)
