# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List a company's API keys; create an API key for a company (irreversible)."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.raw_responses import raw, raw_async
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


class CompaniesApiKeys:
    """List a company's API keys; create an API key for a company (irreversible)."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesApiKeys:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesApiKeys(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[ApiKeyEntry, ApiKeyPage]:
        """List a company's API keys: `GET /v2/agency/companies/{company_id}/api_keys`.

        HQ key only. Returns the API keys of one company, **in plain text**. Each user sees
        only their own keys, so a colleague's HQ key returns a different or an empty list.
        Treat the whole response as a secret.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `ApiKeyEntry` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-API-keys
        """

        def fetch(page: int) -> ApiKeyPage:
            request = list_company_api_keys.request(company_id, page=page)
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)

    def create(
        self,
        company_id: int,
        *,
        label: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CreatedApiKey:
        """Create an API key for a company (irreversible): `POST /v2/agency/companies/{company_id}/api_keys`.

        HQ key only. Creates a client key. Every request creates another key, and no route
        revokes it. The response does not repeat the label.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            label: What the key is for. A blank label is assumed to be rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `CreatedApiKey`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.companies.api_keys.create(880101, label="crm sync")
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-API-keys
        """
        request = create_company_api_key.request(company_id, body=ApiKeyCreate(label=label))
        return self._client.call(request, timeout, deadline).parsed


class AsyncCompaniesApiKeys:
    """List a company's API keys; create an API key for a company (irreversible)."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesApiKeys:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesApiKeys(self._client)

    def list(
        self,
        company_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[ApiKeyEntry, ApiKeyPage]:
        """List a company's API keys: `GET /v2/agency/companies/{company_id}/api_keys`.

        HQ key only. Returns the API keys of one company, **in plain text**. Each user sees
        only their own keys, so a colleague's HQ key returns a different or an empty list.
        Treat the whole response as a secret.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `ApiKeyEntry` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies-API-keys
        """

        async def fetch(page: int) -> ApiKeyPage:
            request = list_company_api_keys.request(company_id, page=page)
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)

    async def create(
        self,
        company_id: int,
        *,
        label: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> CreatedApiKey:
        """Create an API key for a company (irreversible): `POST /v2/agency/companies/{company_id}/api_keys`.

        HQ key only. Creates a client key. Every request creates another key, and no route
        revokes it. The response does not repeat the label.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            label: What the key is for. A blank label is assumed to be rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `CreatedApiKey`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.companies.api_keys.create(880101, label="crm sync")
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-API-keys
        """
        request = create_company_api_key.request(company_id, body=ApiKeyCreate(label=label))
        return (await self._client.call(request, timeout, deadline)).parsed


class RawCompaniesApiKeys:
    """The methods of `CompaniesApiKeys`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.create = raw(CompaniesApiKeys, CompaniesApiKeys.create, client)

    def list(
        self,
        company_id: int,
        *,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ApiKeyPage]:
        """List a company's API keys: one page of `GET /v2/agency/companies/{company_id}/api_keys`."""
        request = list_company_api_keys.request(company_id, page=page)
        return self._client.call(request, timeout, deadline)


class AsyncRawCompaniesApiKeys:
    """The methods of `AsyncCompaniesApiKeys`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.create = raw_async(AsyncCompaniesApiKeys, AsyncCompaniesApiKeys.create, client)

    async def list(
        self,
        company_id: int,
        *,
        page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ApiKeyPage]:
        """List a company's API keys: one page of `GET /v2/agency/companies/{company_id}/api_keys`."""
        request = list_company_api_keys.request(company_id, page=page)
        return await self._client.call(request, timeout, deadline)
