# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Agency routes."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient

from .blacklist import AsyncBlacklist, AsyncRawBlacklist
from .companies import AsyncCompanies, AsyncRawCompanies
from .deliverability import AsyncDeliverability, AsyncRawDeliverability


class AsyncAgencyRoutes:
    """Agency routes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def companies(self) -> AsyncCompanies:
        """Companies."""
        return AsyncCompanies(self._client)

    @property
    def deliverability(self) -> AsyncDeliverability:
        """Deliverability."""
        return AsyncDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncBlacklist:
        """Blacklist."""
        return AsyncBlacklist(self._client)

    @property
    def with_raw_response(self) -> AsyncRawAgencyRoutes:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawAgencyRoutes(self._client)


class AsyncRawAgencyRoutes:
    """`AsyncAgencyRoutes` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def companies(self) -> AsyncRawCompanies:
        return AsyncRawCompanies(self._client)

    @property
    def deliverability(self) -> AsyncRawDeliverability:
        return AsyncRawDeliverability(self._client)

    @property
    def blacklist(self) -> AsyncRawBlacklist:
        return AsyncRawBlacklist(self._client)
