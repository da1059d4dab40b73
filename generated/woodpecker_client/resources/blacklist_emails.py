# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Emails of blacklist."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import Client
from woodpecker_runtime.pagination import Pagination, Paginator
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
    """Emails of blacklist."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawBlacklistEmails:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawBlacklistEmails(self._client)

    def list(
        self,
        *,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Paginator[str, BlacklistedEmailPage]:
        """List blacklisted addresses.

        The agency's blacklisted addresses. **Pages count from 0**: asking for page 1 first
        skips a whole page without an error.

        Args:
            per_page: Entries per page. An older vendor page says that a larger value is cut
                to 1000.
            email_filter: Only these exact addresses, separated by commas. A URL may have
                about 4,100 characters in all.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
        """

        def fetch(number: int) -> BlacklistedEmailPage:
            return list_blacklisted_emails.sync(
                client=self._client,
                per_page=per_page,
                email_filter=email_filter,
                page=number,
                timeout=timeout,
                deadline=deadline,
            )

        return Paginator(_LIST_PAGES, fetch, lambda page: page.emails)

    def add(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Blacklist addresses.

        Adds 1 to 500 addresses, for every client the agency has or will have. Prospects
        that already exist keep their status until a campaign's processing sets it to
        `BLACKLISTED`. How invalid or repeated entries are treated is not documented.

        Args:
            emails: Up to 500; that an empty list and blank entries are refused is assumed.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/blacklisting/POST-bliacklist-email
        """
        return add_blacklisted_emails.sync(
            client=self._client,
            body=EmailBlacklistChange(
                emails=emails,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    def remove(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Take addresses off the blacklist.

        Removes 1 to 500 addresses, named in a **JSON body**; addresses that were not listed
        are no error. Prospects that are already `BLACKLISTED` stay so. No page of this
        route was available. It is described after its twin for domains, whose page is
        linked.

        Args:
            emails: Up to 500; that an empty list and blank entries are refused is assumed.
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
        return remove_blacklisted_emails.sync(
            client=self._client,
            body=EmailBlacklistChange(
                emails=emails,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class RawBlacklistEmails:
    """`BlacklistEmails` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        email_filter: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[BlacklistedEmailPage]:
        """List blacklisted addresses."""
        return list_blacklisted_emails.sync_detailed(
            client=self._client,
            per_page=per_page,
            email_filter=email_filter,
            page=page,
            timeout=timeout,
            deadline=deadline,
        )

    def add(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Blacklist addresses."""
        return add_blacklisted_emails.sync_detailed(
            client=self._client,
            body=EmailBlacklistChange(
                emails=emails,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    def remove(
        self,
        *,
        emails: builtins.list[str],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Take addresses off the blacklist."""
        return remove_blacklisted_emails.sync_detailed(
            client=self._client,
            body=EmailBlacklistChange(
                emails=emails,
            ),
            timeout=timeout,
            deadline=deadline,
        )
