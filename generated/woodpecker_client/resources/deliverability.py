# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Sending statistics per client company."""

from __future__ import annotations

from datetime import date

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.deliverability import list_deliverability
from ..models.company_deliverability import CompanyDeliverability
from ..models.deliverability_page import DeliverabilityPage

_LIST_PAGES = Pagination(
    operation="listDeliverability",
    first=1,
    total_items=(("pagination_data", "total_elements"), ("pagination_data", "total_count")),
    total_pages=(("pagination_data", "total_pages"), ("pagination_data", "pages_count")),
)


class Deliverability:
    """Sending statistics per client company."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawDeliverability:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawDeliverability(self._client)

    def list(
        self,
        *,
        from_: date | Unset = UNSET,
        to: date | Unset = UNSET,
        per_page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[CompanyDeliverability, DeliverabilityPage]:
        """List sending statistics per company: `GET /v2/agency/deliverability`.

        HQ key only. Returns each company's sending statistics for a period, together with
        those of the preceding period of equal length. They count events, so one prospect
        can be counted several times. Companies without any activity are **left out**, so
        this does not replace the list of companies.

        Args:
            from_: First day, `YYYY-MM-DD`, in the time zone of the key's owner. Without
                `from` and `to`, the period is the last 30 days.
            to: Last day, `YYYY-MM-DD`, in the time zone of the key's owner.
            per_page: Companies per page.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `CompanyDeliverability` of all pages, which are requested as they are
                needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
        """

        def fetch(page: int) -> DeliverabilityPage:
            request = list_deliverability.request(from_=from_, to=to, per_page=per_page, page=page)
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)


class AsyncDeliverability:
    """Sending statistics per client company."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawDeliverability:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawDeliverability(self._client)

    def list(
        self,
        *,
        from_: date | Unset = UNSET,
        to: date | Unset = UNSET,
        per_page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[CompanyDeliverability, DeliverabilityPage]:
        """List sending statistics per company: `GET /v2/agency/deliverability`.

        HQ key only. Returns each company's sending statistics for a period, together with
        those of the preceding period of equal length. They count events, so one prospect
        can be counted several times. Companies without any activity are **left out**, so
        this does not replace the list of companies.

        Args:
            from_: First day, `YYYY-MM-DD`, in the time zone of the key's owner. Without
                `from` and `to`, the period is the last 30 days.
            to: Last day, `YYYY-MM-DD`, in the time zone of the key's owner.
            per_page: Companies per page.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `CompanyDeliverability` of all pages, which are requested as they are
                needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
        """

        async def fetch(page: int) -> DeliverabilityPage:
            request = list_deliverability.request(from_=from_, to=to, per_page=per_page, page=page)
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.content)


class RawDeliverability:
    """The methods of `Deliverability`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        *,
        from_: date | Unset = UNSET,
        to: date | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[DeliverabilityPage]:
        """List sending statistics per company: one page of `GET /v2/agency/deliverability`."""
        request = list_deliverability.request(from_=from_, to=to, per_page=per_page, page=page)
        return self._client.call(request, timeout, deadline)


class AsyncRawDeliverability:
    """The methods of `AsyncDeliverability`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        from_: date | Unset = UNSET,
        to: date | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[DeliverabilityPage]:
        """List sending statistics per company: one page of `GET /v2/agency/deliverability`."""
        request = list_deliverability.request(from_=from_, to=to, per_page=per_page, page=page)
        return await self._client.call(request, timeout, deadline)
