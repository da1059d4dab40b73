# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Deliverability."""

from __future__ import annotations

from datetime import date

from woodpecker_runtime.client import Client
from woodpecker_runtime.pagination import Pagination, Paginator
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
    """Deliverability."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawDeliverability:
        """The same methods, answering with status, headers and content beside the parsed value."""
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
        """List sending figures per company.

        Each company's figures for a period, next to those of the equally long period before
        it. They count events, so one prospect can count several times. Companies in which
        nothing happened are **left out**, so this does not replace the list of companies.

        Args:
            from_: First day, `YYYY-MM-DD`, in the time zone of the key's owner. Without
                `from` and `to`: the last 30 days.
            to: Last day, `YYYY-MM-DD`, in the time zone of the key's owner.
            per_page: Companies per page.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
        """

        def fetch(number: int) -> DeliverabilityPage:
            return list_deliverability.sync(
                client=self._client,
                from_=from_,
                to=to,
                per_page=per_page,
                page=number,
                timeout=timeout,
                deadline=deadline,
            )

        return Paginator(_LIST_PAGES, fetch, lambda page: page.content)


class RawDeliverability:
    """`Deliverability` with raw answers."""

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
        """List sending figures per company."""
        return list_deliverability.sync_detailed(
            client=self._client,
            from_=from_,
            to=to,
            per_page=per_page,
            page=page,
            timeout=timeout,
            deadline=deadline,
        )
