# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's users."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import list_company_users
from ..models.company_user import CompanyUser
from ..models.company_user_page import CompanyUserPage

_LIST_PAGES = Pagination(
    operation="listCompanyUsers",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)


class CompaniesUsers:
    """List a company's users."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesUsers:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesUsers(self._client)

    def list(
        self,
        company_id: int,
        *,
        role: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[CompanyUser, CompanyUserPage]:
        """List a company's users: `GET /v2/agency/companies/{company_id}/users`.

        HQ key only. Returns the users who have access to one client company: owners,
        admins, team members and guests. An admin has access to every company of the agency,
        an owner has the same rights within one company, an authorized team member has
        regular access, and a guest is from outside the agency. Guests who have been invited
        but have not accepted are assumed not to be listed.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            role: Return only users with this role.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `CompanyUser` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-users
        """

        def fetch(page: int) -> CompanyUserPage:
            request = list_company_users.request(company_id, role=role, page=page)
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)


class AsyncCompaniesUsers:
    """List a company's users."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesUsers:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesUsers(self._client)

    def list(
        self,
        company_id: int,
        *,
        role: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[CompanyUser, CompanyUserPage]:
        """List a company's users: `GET /v2/agency/companies/{company_id}/users`.

        HQ key only. Returns the users who have access to one client company: owners,
        admins, team members and guests. An admin has access to every company of the agency,
        an owner has the same rights within one company, an authorized team member has
        regular access, and a guest is from outside the agency. Guests who have been invited
        but have not accepted are assumed not to be listed.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            role: Return only users with this role.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `CompanyUser` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-users
        """

        async def fetch(page: int) -> CompanyUserPage:
            request = list_company_users.request(company_id, role=role, page=page)
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)


class RawCompaniesUsers:
    """The methods of `CompaniesUsers`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        company_id: int,
        *,
        page: int | Unset = UNSET,
        role: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyUserPage]:
        """List a company's users: one page of `GET /v2/agency/companies/{company_id}/users`."""
        request = list_company_users.request(company_id, role=role, page=page)
        return self._client.call(request, timeout, deadline)


class AsyncRawCompaniesUsers:
    """The methods of `AsyncCompaniesUsers`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        company_id: int,
        *,
        page: int | Unset = UNSET,
        role: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CompanyUserPage]:
        """List a company's users: one page of `GET /v2/agency/companies/{company_id}/users`."""
        request = list_company_users.request(company_id, role=role, page=page)
        return await self._client.call(request, timeout, deadline)
