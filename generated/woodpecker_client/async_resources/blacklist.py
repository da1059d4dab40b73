# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Blacklist."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient

from .blacklist_domains import AsyncBlacklistDomains, AsyncRawBlacklistDomains
from .blacklist_emails import AsyncBlacklistEmails, AsyncRawBlacklistEmails


class AsyncBlacklist:
    """Blacklist."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def emails(self) -> AsyncBlacklistEmails:
        """Emails of blacklist."""
        return AsyncBlacklistEmails(self._client)

    @property
    def domains(self) -> AsyncBlacklistDomains:
        """Domains of blacklist."""
        return AsyncBlacklistDomains(self._client)

    @property
    def with_raw_response(self) -> AsyncRawBlacklist:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawBlacklist(self._client)


class AsyncRawBlacklist:
    """`AsyncBlacklist` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def emails(self) -> AsyncRawBlacklistEmails:
        return AsyncRawBlacklistEmails(self._client)

    @property
    def domains(self) -> AsyncRawBlacklistDomains:
        return AsyncRawBlacklistDomains(self._client)
