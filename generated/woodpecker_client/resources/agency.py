# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What an agency has: `companies`, `deliverability`, `blacklist`."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client

from .blacklist import AsyncBlacklist, AsyncRawBlacklist, Blacklist, RawBlacklist
from .companies import AsyncCompanies, AsyncRawCompanies, Companies, RawCompanies
from .deliverability import (
    AsyncDeliverability,
    AsyncRawDeliverability,
    Deliverability,
    RawDeliverability,
)


class AgencyRoutes:
    """What an agency has: `companies`, `deliverability`, `blacklist`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def companies(self) -> Companies:
        """The agency's client accounts and what is managed for each of them: users, guests,
        API keys, email accounts, prospects and LinkedIn accounts."""
        return Companies(self._client)

    @property
    def deliverability(self) -> Deliverability:
        """Sending statistics per client company."""
        return Deliverability(self._client)

    @property
    def blacklist(self) -> Blacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        return Blacklist(self._client)

    @property
    def with_raw_response(self) -> RawAgencyRoutes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawAgencyRoutes(self._client)


class AsyncAgencyRoutes:
    """What an agency has: `companies`, `deliverability`, `blacklist`."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def companies(self) -> AsyncCompanies:
        """The agency's client accounts and what is managed for each of them: users, guests,
        API keys, email accounts, prospects and LinkedIn accounts."""
        return AsyncCompanies(self._client)

    @property
    def deliverability(self) -> AsyncDeliverability:
        """Sending statistics per client company."""
        return AsyncDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        return AsyncBlacklist(self._client)

    @property
    def with_raw_response(self) -> AsyncRawAgencyRoutes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawAgencyRoutes(self._client)


class RawAgencyRoutes:
    """The methods of `AgencyRoutes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def companies(self) -> RawCompanies:
        """The agency's client accounts and what is managed for each of them: users, guests,
        API keys, email accounts, prospects and LinkedIn accounts."""
        return RawCompanies(self._client)

    @property
    def deliverability(self) -> RawDeliverability:
        """Sending statistics per client company."""
        return RawDeliverability(self._client)

    @property
    def blacklist(self) -> RawBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        return RawBlacklist(self._client)


class AsyncRawAgencyRoutes:
    """The methods of `AsyncAgencyRoutes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def companies(self) -> AsyncRawCompanies:
        """The agency's client accounts and what is managed for each of them: users, guests,
        API keys, email accounts, prospects and LinkedIn accounts."""
        return AsyncRawCompanies(self._client)

    @property
    def deliverability(self) -> AsyncRawDeliverability:
        """Sending statistics per client company."""
        return AsyncRawDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncRawBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        return AsyncRawBlacklist(self._client)
