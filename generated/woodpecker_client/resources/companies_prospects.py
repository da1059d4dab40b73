# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Delete all of a company's prospects (irreversible)."""

from __future__ import annotations

from typing import Literal

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset

from ..api.companies import delete_company_prospects
from ..models.prospect_deletion import ProspectDeletion
from ..models.prospect_deletion_request import ProspectDeletionRequest


class CompaniesProspects:
    """Delete all of a company's prospects (irreversible)."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesProspects:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesProspects(self._client)

    def delete(
        self,
        company_id: int,
        *,
        type_: Literal["ALL"],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ProspectDeletion:
        """Delete all of a company's prospects (irreversible): `POST /v2/agency/companies/{company_id}/prospects/delete`.

        HQ key only. Queues the deletion of a client's prospects and responds with 202
        before they are deleted. **It cannot be undone**, and no route reports the progress.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            type_: The only value the vendor shows.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ProspectDeletion`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.companies.prospects.delete(880101, type_="ALL")
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-delete
        """
        request = delete_company_prospects.request(
            company_id, body=ProspectDeletionRequest(type_=type_)
        )
        return self._client.call(request, timeout, deadline).parsed


class AsyncCompaniesProspects:
    """Delete all of a company's prospects (irreversible)."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesProspects:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesProspects(self._client)

    async def delete(
        self,
        company_id: int,
        *,
        type_: Literal["ALL"],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ProspectDeletion:
        """Delete all of a company's prospects (irreversible): `POST /v2/agency/companies/{company_id}/prospects/delete`.

        HQ key only. Queues the deletion of a client's prospects and responds with 202
        before they are deleted. **It cannot be undone**, and no route reports the progress.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            type_: The only value the vendor shows.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ProspectDeletion`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.companies.prospects.delete(880101, type_="ALL")
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-delete
        """
        request = delete_company_prospects.request(
            company_id, body=ProspectDeletionRequest(type_=type_)
        )
        return (await self._client.call(request, timeout, deadline)).parsed


class RawCompaniesProspects:
    """The methods of `CompaniesProspects`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.delete = raw(CompaniesProspects, CompaniesProspects.delete, client)


class AsyncRawCompaniesProspects:
    """The methods of `AsyncCompaniesProspects`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.delete = raw_async(AsyncCompaniesProspects, AsyncCompaniesProspects.delete, client)
