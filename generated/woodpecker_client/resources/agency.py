# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What an agency has: `companies`, `deliverability`, `blacklist`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from woodpecker_runtime.client import AsyncClient, Client

if TYPE_CHECKING:
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
        from .companies import Companies

        return Companies(self._client)

    @property
    def deliverability(self) -> Deliverability:
        """Sending statistics per client company."""
        from .deliverability import Deliverability

        return Deliverability(self._client)

    @property
    def blacklist(self) -> Blacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        from .blacklist import Blacklist

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
        from .companies import AsyncCompanies

        return AsyncCompanies(self._client)

    @property
    def deliverability(self) -> AsyncDeliverability:
        """Sending statistics per client company."""
        from .deliverability import AsyncDeliverability

        return AsyncDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        from .blacklist import AsyncBlacklist

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
        from .companies import RawCompanies

        return RawCompanies(self._client)

    @property
    def deliverability(self) -> RawDeliverability:
        """Sending statistics per client company."""
        from .deliverability import RawDeliverability

        return RawDeliverability(self._client)

    @property
    def blacklist(self) -> RawBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        from .blacklist import RawBlacklist

        return RawBlacklist(self._client)


class AsyncRawAgencyRoutes:
    """The methods of `AsyncAgencyRoutes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def companies(self) -> AsyncRawCompanies:
        """The agency's client accounts and what is managed for each of them: users, guests,
        API keys, email accounts, prospects and LinkedIn accounts."""
        from .companies import AsyncRawCompanies

        return AsyncRawCompanies(self._client)

    @property
    def deliverability(self) -> AsyncRawDeliverability:
        """Sending statistics per client company."""
        from .deliverability import AsyncRawDeliverability

        return AsyncRawDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncRawBlacklist:
        """Addresses and domains to which no current or future client of the agency sends."""
        from .blacklist import AsyncRawBlacklist

        return AsyncRawBlacklist(self._client)
