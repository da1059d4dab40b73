# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Agency routes."""

from __future__ import annotations

from woodpecker_runtime.client import Client

from .blacklist import Blacklist, RawBlacklist
from .companies import Companies, RawCompanies
from .deliverability import Deliverability, RawDeliverability


class AgencyRoutes:
    """Agency routes."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def companies(self) -> Companies:
        """Companies."""
        return Companies(self._client)

    @property
    def deliverability(self) -> Deliverability:
        """Deliverability."""
        return Deliverability(self._client)

    @property
    def blacklist(self) -> Blacklist:
        """Blacklist."""
        return Blacklist(self._client)

    @property
    def with_raw_response(self) -> RawAgencyRoutes:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return RawAgencyRoutes(self._client)


class RawAgencyRoutes:
    """`AgencyRoutes` with raw answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def companies(self) -> RawCompanies:
        return RawCompanies(self._client)

    @property
    def deliverability(self) -> RawDeliverability:
        return RawDeliverability(self._client)

    @property
    def blacklist(self) -> RawBlacklist:
        return RawBlacklist(self._client)
