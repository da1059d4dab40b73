# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Users of companies."""

from __future__ import annotations

from woodpecker_runtime.client import Client
from woodpecker_runtime.pagination import Pagination, Paginator
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
    """Users of companies."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesUsers:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawCompaniesUsers(self._client)

    def list(
        self,
        company_id: int,
        *,
        role: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[CompanyUser, CompanyUserPage]:
        """List the people with access to a company.

        Owners, admins, team members and guests of one client company. An admin sees every
        company of the agency, an owner has the same rights inside one company, an
        authorized team member has regular access, a guest comes from outside the agency.

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            role: Only people with this role.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-users
        """

        def fetch(number: int) -> CompanyUserPage:
            return list_company_users.sync(
                company_id,
                client=self._client,
                role=role,
                page=number,
                timeout=timeout,
                deadline=deadline,
            )

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)


class RawCompaniesUsers:
    """`CompaniesUsers` with raw answers."""

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
        """List the people with access to a company."""
        return list_company_users.sync_detailed(
            company_id,
            client=self._client,
            role=role,
            page=page,
            timeout=timeout,
            deadline=deadline,
        )
