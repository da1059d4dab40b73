# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Addresses and domains to which no current or future client of the agency sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from woodpecker_runtime.client import AsyncClient, Client

if TYPE_CHECKING:
    from .blacklist_domains import (
        AsyncBlacklistDomains,
        AsyncRawBlacklistDomains,
        BlacklistDomains,
        RawBlacklistDomains,
    )
    from .blacklist_emails import (
        AsyncBlacklistEmails,
        AsyncRawBlacklistEmails,
        BlacklistEmails,
        RawBlacklistEmails,
    )


class Blacklist:
    """Addresses and domains to which no current or future client of the agency sends."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def emails(self) -> BlacklistEmails:
        """List blacklisted addresses; blacklist addresses; remove addresses from the
        blacklist."""
        from .blacklist_emails import BlacklistEmails

        return BlacklistEmails(self._client)

    @property
    def domains(self) -> BlacklistDomains:
        """List blacklisted domains; blacklist domains; remove domains from the blacklist."""
        from .blacklist_domains import BlacklistDomains

        return BlacklistDomains(self._client)

    @property
    def with_raw_response(self) -> RawBlacklist:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawBlacklist(self._client)


class AsyncBlacklist:
    """Addresses and domains to which no current or future client of the agency sends."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def emails(self) -> AsyncBlacklistEmails:
        """List blacklisted addresses; blacklist addresses; remove addresses from the
        blacklist."""
        from .blacklist_emails import AsyncBlacklistEmails

        return AsyncBlacklistEmails(self._client)

    @property
    def domains(self) -> AsyncBlacklistDomains:
        """List blacklisted domains; blacklist domains; remove domains from the blacklist."""
        from .blacklist_domains import AsyncBlacklistDomains

        return AsyncBlacklistDomains(self._client)

    @property
    def with_raw_response(self) -> AsyncRawBlacklist:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawBlacklist(self._client)


class RawBlacklist:
    """The methods of `Blacklist`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def emails(self) -> RawBlacklistEmails:
        """List blacklisted addresses; blacklist addresses; remove addresses from the
        blacklist."""
        from .blacklist_emails import RawBlacklistEmails

        return RawBlacklistEmails(self._client)

    @property
    def domains(self) -> RawBlacklistDomains:
        """List blacklisted domains; blacklist domains; remove domains from the blacklist."""
        from .blacklist_domains import RawBlacklistDomains

        return RawBlacklistDomains(self._client)


class AsyncRawBlacklist:
    """The methods of `AsyncBlacklist`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def emails(self) -> AsyncRawBlacklistEmails:
        """List blacklisted addresses; blacklist addresses; remove addresses from the
        blacklist."""
        from .blacklist_emails import AsyncRawBlacklistEmails

        return AsyncRawBlacklistEmails(self._client)

    @property
    def domains(self) -> AsyncRawBlacklistDomains:
        """List blacklisted domains; blacklist domains; remove domains from the blacklist."""
        from .blacklist_domains import AsyncRawBlacklistDomains

        return AsyncRawBlacklistDomains(self._client)
