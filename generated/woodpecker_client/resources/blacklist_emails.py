# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List blacklisted addresses; blacklist addresses; remove addresses from the
blacklist."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.blacklist import (
    add_blacklisted_emails,
    list_blacklisted_emails,
    remove_blacklisted_emails,
)
from ..models.blacklisted_email_page import BlacklistedEmailPage
from ..models.email_blacklist_change import EmailBlacklistChange

_LIST_PAGES = Pagination(
    operation="listBlacklistedEmails", first=0, total_items=(("total",),), total_pages=()
)


class BlacklistEmails:
    """List blacklisted addresses; blacklist addresses; remove addresses from the
    blacklist."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawBlacklistEmails:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawBlacklistEmails(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[str, BlacklistedEmailPage]:
        """List blacklisted addresses: `GET /v2/agency/blacklist/emails`.

        HQ key only. Returns the agency's blacklisted addresses, page by page. **Pages are
        numbered from 0**: starting with page 1 skips a whole page without an error.

        Args:
            per_page: Entries per page. An older vendor page states that a larger value is
                reduced to 1000.
            email_filter: Return only these exact addresses, separated by commas. A URL may
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

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
        """

        def fetch(page: int) -> BlacklistedEmailPage:
            request = list_blacklisted_emails.request(
                per_page=per_page, email_filter=email_filter, page=page
            )
            return self._client.call(request, timeout, deadline).parsed

        return Paginator(_LIST_PAGES, fetch, lambda page: page.emails)

    def add(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist addresses: `POST /v2/agency/blacklist/emails`.

        HQ key only. Adds 1 to 500 addresses to the blacklist, for every current and future
        client of the agency. Existing prospects keep their status until a campaign's
        processing sets it to `BLACKLISTED`. The handling of invalid or duplicate entries is
        not documented.

        Args:
            emails: Up to 500 addresses; an empty list and blank entries are assumed to be
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
            agency.blacklist.emails.add(emails=["stop@example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-bliacklist-email
        """
        request = add_blacklisted_emails.request(body=EmailBlacklistChange(emails=emails))
        return self._client.call(request, timeout, deadline).parsed

    def remove(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Remove addresses from the blacklist: `DELETE /v2/agency/blacklist/emails`.

        HQ key only. Removes 1 to 500 addresses, sent as a **JSON body**; addresses that are
        not on the blacklist cause no error. Prospects that are already `BLACKLISTED` remain
        so. No vendor page was available for this route. The description follows that of the
        corresponding route for domains, whose page is linked.

        Args:
            emails: Up to 500 addresses; an empty list and blank entries are assumed to be
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
            agency.blacklist.emails.remove(emails=["stop@example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
        """
        request = remove_blacklisted_emails.request(body=EmailBlacklistChange(emails=emails))
        return self._client.call(request, timeout, deadline).parsed


class AsyncBlacklistEmails:
    """List blacklisted addresses; blacklist addresses; remove addresses from the
    blacklist."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawBlacklistEmails:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawBlacklistEmails(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> AsyncPaginator[str, BlacklistedEmailPage]:
        """List blacklisted addresses: `GET /v2/agency/blacklist/emails`.

        HQ key only. Returns the agency's blacklisted addresses, page by page. **Pages are
        numbered from 0**: starting with page 1 skips a whole page without an error.

        Args:
            per_page: Entries per page. An older vendor page states that a larger value is
                reduced to 1000.
            email_filter: Return only these exact addresses, separated by commas. A URL may
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

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
        """

        async def fetch(page: int) -> BlacklistedEmailPage:
            request = list_blacklisted_emails.request(
                per_page=per_page, email_filter=email_filter, page=page
            )
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.emails)

    async def add(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist addresses: `POST /v2/agency/blacklist/emails`.

        HQ key only. Adds 1 to 500 addresses to the blacklist, for every current and future
        client of the agency. Existing prospects keep their status until a campaign's
        processing sets it to `BLACKLISTED`. The handling of invalid or duplicate entries is
        not documented.

        Args:
            emails: Up to 500 addresses; an empty list and blank entries are assumed to be
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
            await agency.blacklist.emails.add(emails=["stop@example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-bliacklist-email
        """
        request = add_blacklisted_emails.request(body=EmailBlacklistChange(emails=emails))
        return (await self._client.call(request, timeout, deadline)).parsed

    async def remove(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Remove addresses from the blacklist: `DELETE /v2/agency/blacklist/emails`.

        HQ key only. Removes 1 to 500 addresses, sent as a **JSON body**; addresses that are
        not on the blacklist cause no error. Prospects that are already `BLACKLISTED` remain
        so. No vendor page was available for this route. The description follows that of the
        corresponding route for domains, whose page is linked.

        Args:
            emails: Up to 500 addresses; an empty list and blank entries are assumed to be
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
            await agency.blacklist.emails.remove(emails=["stop@example.com"])
            ```

        https://developers.woodpecker.co/docs/agency-api/blacklisting/delete-blacklist-domain
        """
        request = remove_blacklisted_emails.request(body=EmailBlacklistChange(emails=emails))
        return (await self._client.call(request, timeout, deadline)).parsed


class RawBlacklistEmails:
    """The methods of `BlacklistEmails`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.add = raw(BlacklistEmails, BlacklistEmails.add, client)
        self.remove = raw(BlacklistEmails, BlacklistEmails.remove, client)

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedEmailPage]:
        """List blacklisted addresses: one page of `GET /v2/agency/blacklist/emails`."""
        request = list_blacklisted_emails.request(
            per_page=per_page, email_filter=email_filter, page=page
        )
        return self._client.call(request, timeout, deadline)


class AsyncRawBlacklistEmails:
    """The methods of `AsyncBlacklistEmails`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.add = raw_async(AsyncBlacklistEmails, AsyncBlacklistEmails.add, client)
        self.remove = raw_async(AsyncBlacklistEmails, AsyncBlacklistEmails.remove, client)

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedEmailPage]:
        """List blacklisted addresses: one page of `GET /v2/agency/blacklist/emails`."""
        request = list_blacklisted_emails.request(
            per_page=per_page, email_filter=email_filter, page=page
        )
        return await self._client.call(request, timeout, deadline)
