# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Blacklist."""

from __future__ import annotations

from woodpecker_runtime.client import Client

from .blacklist_domains import BlacklistDomains, RawBlacklistDomains
from .blacklist_emails import BlacklistEmails, RawBlacklistEmails


class Blacklist:
    """Blacklist."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def emails(self) -> BlacklistEmails:
        """Emails of blacklist."""
        return BlacklistEmails(self._client)

    @property
    def domains(self) -> BlacklistDomains:
        """Domains of blacklist."""
        return BlacklistDomains(self._client)

    @property
    def with_raw_response(self) -> RawBlacklist:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawBlacklist(self._client)


class RawBlacklist:
    """`Blacklist` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def emails(self) -> RawBlacklistEmails:
        return RawBlacklistEmails(self._client)

    @property
    def domains(self) -> RawBlacklistDomains:
        return RawBlacklistDomains(self._client)
