# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List blacklisted domains; blacklist domains; remove domains from the blacklist."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.raw_responses import raw, raw_async
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


class BlacklistDomains:
    """List blacklisted domains; blacklist domains; remove domains from the blacklist."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawBlacklistDomains:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawBlacklistDomains(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[str, BlacklistedDomainPage]:
        """List blacklisted domains: `GET /v2/agency/blacklist/domains`.

        HQ key only. Returns the agency's blacklisted domains, page by page. **Pages are
        numbered from 0**: starting with page 1 skips a whole page without an error.
        Wildcards are documented only for the blacklist of a single account.

        Args:
            per_page: Entries per page. An older vendor page states that a larger value is
                reduced to 1000.
            domain_filter: Return only these exact domains, separated by commas. A URL may
                be about 4,100 characters long in total.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `str` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-domain
        """

        def fetch(page: int) -> BlacklistedDomainPage:
            request = list_blacklisted_domains.request(
                per_page=per_page, domain_filter=domain_filter, page=page
            )
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.domains)

    def add(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist domains: `POST /v2/agency/blacklist/domains`.

        HQ key only. Adds 1 to 500 domains to the blacklist, for every current and future
        client of the agency. Existing prospects keep their status until a campaign's
        processing sets it to `BLACKLISTED`. The handling of invalid or duplicate entries is
        not documented.

        Args:
            domains: Up to 500 domains; an empty list and blank entries are assumed to be
                rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.blacklist.domains.add(domains=["example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-blacklist-domain
        """
        request = add_blacklisted_domains.request(body=DomainBlacklistChange(domains=domains))
        return self._client.call(request, timeout, deadline).parsed

    def remove(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Remove domains from the blacklist: `DELETE /v2/agency/blacklist/domains`.

        HQ key only. Removes 1 to 500 domains, sent as a **JSON body**; domains that are not
        on the blacklist cause no error. Prospects that are already `BLACKLISTED` remain so.
        Unlike the corresponding route of a single account, this route does not return what
        was removed.

        Args:
            domains: Up to 500 domains; an empty list and blank entries are assumed to be
                rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.blacklist.domains.remove(domains=["example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
        """
        request = remove_blacklisted_domains.request(body=DomainBlacklistChange(domains=domains))
        return self._client.call(request, timeout, deadline).parsed


class AsyncBlacklistDomains:
    """List blacklisted domains; blacklist domains; remove domains from the blacklist."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawBlacklistDomains:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawBlacklistDomains(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[str, BlacklistedDomainPage]:
        """List blacklisted domains: `GET /v2/agency/blacklist/domains`.

        HQ key only. Returns the agency's blacklisted domains, page by page. **Pages are
        numbered from 0**: starting with page 1 skips a whole page without an error.
        Wildcards are documented only for the blacklist of a single account.

        Args:
            per_page: Entries per page. An older vendor page states that a larger value is
                reduced to 1000.
            domain_filter: Return only these exact domains, separated by commas. A URL may
                be about 4,100 characters long in total.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            Each `str` of all pages, which are requested as they are needed.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-domain
        """

        async def fetch(page: int) -> BlacklistedDomainPage:
            request = list_blacklisted_domains.request(
                per_page=per_page, domain_filter=domain_filter, page=page
            )
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.domains)

    async def add(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist domains: `POST /v2/agency/blacklist/domains`.

        HQ key only. Adds 1 to 500 domains to the blacklist, for every current and future
        client of the agency. Existing prospects keep their status until a campaign's
        processing sets it to `BLACKLISTED`. The handling of invalid or duplicate entries is
        not documented.

        Args:
            domains: Up to 500 domains; an empty list and blank entries are assumed to be
                rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.blacklist.domains.add(domains=["example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-blacklist-domain
        """
        request = add_blacklisted_domains.request(body=DomainBlacklistChange(domains=domains))
        return (await self._client.call(request, timeout, deadline)).parsed

    async def remove(
        self,
        *,
        domains: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Remove domains from the blacklist: `DELETE /v2/agency/blacklist/domains`.

        HQ key only. Removes 1 to 500 domains, sent as a **JSON body**; domains that are not
        on the blacklist cause no error. Prospects that are already `BLACKLISTED` remain so.
        Unlike the corresponding route of a single account, this route does not return what
        was removed.

        Args:
            domains: Up to 500 domains; an empty list and blank entries are assumed to be
                rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.blacklist.domains.remove(domains=["example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
        """
        request = remove_blacklisted_domains.request(body=DomainBlacklistChange(domains=domains))
        return (await self._client.call(request, timeout, deadline)).parsed


class RawBlacklistDomains:
    """The methods of `BlacklistDomains`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.add = raw(BlacklistDomains, BlacklistDomains.add, client)
        self.remove = raw(BlacklistDomains, BlacklistDomains.remove, client)

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedDomainPage]:
        """List blacklisted domains: one page of `GET /v2/agency/blacklist/domains`."""
        request = list_blacklisted_domains.request(
            per_page=per_page, domain_filter=domain_filter, page=page
        )
        return self._client.call(request, timeout, deadline)


class AsyncRawBlacklistDomains:
    """The methods of `AsyncBlacklistDomains`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.add = raw_async(AsyncBlacklistDomains, AsyncBlacklistDomains.add, client)
        self.remove = raw_async(AsyncBlacklistDomains, AsyncBlacklistDomains.remove, client)

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        domain_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedDomainPage]:
        """List blacklisted domains: one page of `GET /v2/agency/blacklist/domains`."""
        request = list_blacklisted_domains.request(
            per_page=per_page, domain_filter=domain_filter, page=page
        )
        return await self._client.call(request, timeout, deadline)
