# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Api keys of companies."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.pagination import AsyncPaginator, Pagination
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import create_company_api_key, list_company_api_keys
from ..models.api_key_create import ApiKeyCreate
from ..models.api_key_entry import ApiKeyEntry
from ..models.api_key_page import ApiKeyPage
from ..models.created_api_key import CreatedApiKey

_LIST_PAGES = Pagination(
    operation="listCompanyApiKeys",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)


class AsyncCompaniesApiKeys:
    """Api keys of companies."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesApiKeys:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesApiKeys(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[ApiKeyEntry, ApiKeyPage]:
        """List a company's API keys.

        One company's keys, **in clear**. Each user sees their own alone, so that a
        colleague's HQ key shows another list, or an empty one. Treat the whole answer as a
        secret.

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

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-API-keys
        """

        async def fetch(number: int) -> ApiKeyPage:
            return await list_company_api_keys.asyncio(
                company_id, client=self._client, page=number, timeout=timeout, deadline=deadline
            )

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)

    async def create(
        self,
        company_id: int,
        *,
        label: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CreatedApiKey:
        """Create an API key for a company.

        Makes a client key. Every call makes a new one, and no route revokes it. The label
        is not repeated in the answer.

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            label: What the key is for. That a blank label is refused is assumed.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-API-keys
        """
        return await create_company_api_key.asyncio(
            company_id,
            client=self._client,
            body=ApiKeyCreate(
                label=label,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawCompaniesApiKeys:
    """`AsyncCompaniesApiKeys` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        company_id: int,
        *,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ApiKeyPage]:
        """List a company's API keys."""
        return await list_company_api_keys.asyncio_detailed(
            company_id, client=self._client, page=page, timeout=timeout, deadline=deadline
        )

    async def create(
        self,
        company_id: int,
        *,
        label: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[CreatedApiKey]:
        """Create an API key for a company."""
        return await create_company_api_key.asyncio_detailed(
            company_id,
            client=self._client,
            body=ApiKeyCreate(
                label=label,
            ),
            timeout=timeout,
            deadline=deadline,
        )
