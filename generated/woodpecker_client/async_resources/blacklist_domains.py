# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Domains of blacklist."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.pagination import AsyncPaginator, Pagination
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.blacklist import (
    add_blacklisted_domains,
    list_blacklisted_domains,
    remove_blacklisted_domains,
)
from ..models.blacklisted_domain_page import BlacklistedDomainPage
from ..models.domain_blacklist_change import DomainBlacklistChange

_LIST_PAGES = Pagination(
    operation="listBlacklistedDomains", first=0, total_items=(("total",),), total_pages=()
)


class AsyncBlacklistDomains:
    """Domains of blacklist."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawBlacklistDomains:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawBlacklistDomains(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[str, BlacklistedDomainPage]:
        """List blacklisted domains.

        The agency's blacklisted domains. **Pages count from 0**: asking for page 1 first
        skips a whole page without an error. Wildcards are documented for the blacklist of a
        single account only.

        Args:
            per_page: Entries per page. An older vendor page says that a larger value is cut
                to 1000.
            domain_filter: Only these exact domains, separated by commas. A URL may have
                about 4,100 characters in all.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-domain
        """

        async def fetch(number: int) -> BlacklistedDomainPage:
            return await list_blacklisted_domains.asyncio(
                client=self._client,
                per_page=per_page,
                domain_filter=domain_filter,
                page=number,
                timeout=timeout,
                deadline=deadline,
            )

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.domains)

    async def add(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist domains.

        Adds 1 to 500 domains, for every client the agency has or will have. Prospects that
        already exist keep their status until a campaign's processing sets it to
        `BLACKLISTED`. How invalid or repeated entries are treated is not documented.

        Args:
            domains: Up to 500; that an empty list and blank entries are refused is assumed.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-blacklist-domain
        """
        return await add_blacklisted_domains.asyncio(
            client=self._client,
            body=DomainBlacklistChange(
                domains=domains,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def remove(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Take domains off the blacklist.

        Removes 1 to 500 domains, named in a **JSON body**; domains that were not listed are
        no error. Prospects that are already `BLACKLISTED` stay so. Unlike the route of a
        single account, this one does not return what was removed.

        Args:
            domains: Up to 500; that an empty list and blank entries are refused is assumed.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
        """
        return await remove_blacklisted_domains.asyncio(
            client=self._client,
            body=DomainBlacklistChange(
                domains=domains,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawBlacklistDomains:
    """`AsyncBlacklistDomains` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedDomainPage]:
        """List blacklisted domains."""
        return await list_blacklisted_domains.asyncio_detailed(
            client=self._client,
            per_page=per_page,
            domain_filter=domain_filter,
            page=page,
            timeout=timeout,
            deadline=deadline,
        )

    async def add(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Blacklist domains."""
        return await add_blacklisted_domains.asyncio_detailed(
            client=self._client,
            body=DomainBlacklistChange(
                domains=domains,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def remove(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Take domains off the blacklist."""
        return await remove_blacklisted_domains.asyncio_detailed(
            client=self._client,
            body=DomainBlacklistChange(
                domains=domains,
            ),
            timeout=timeout,
            deadline=deadline,
        )
