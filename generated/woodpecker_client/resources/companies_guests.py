# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Invite guests to a company; replace guests' permissions."""

from __future__ import annotations

from collections.abc import Sequence

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.plain_dicts import to_models
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset

from ..api.companies import invite_guests, update_guest_permissions
from ..models.guest_invite import GuestInvite
from ..models.guest_invite_request import GuestInviteRequest
from ..models.guest_invite_result import GuestInviteResult
from ..models.guest_permissions import GuestPermissions
from ..models.guest_permissions_update import GuestPermissionsUpdate
from ..typed_dicts import GuestInviteDict, GuestPermissionsDict


class CompaniesGuests:
    """Invite guests to a company; replace guests' permissions."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesGuests:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesGuests(self._client)

    def invite(
        self,
        company_id: int,
        *,
        guests: Sequence[GuestInvite | GuestInviteDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> GuestInviteResult:
        """Invite guests to a company: `POST /v2/agency/companies/{company_id}/invite_guest`.

        HQ key only. Invites 1 to 10 people from outside the agency and **sends them
        e-mail**. If a single entry is invalid, nobody is invited. An address that was never
        invited before receives an invitation. If an earlier invitation has not been
        accepted yet, that invitation is sent again unchanged; a new name or new permissions
        are ignored. If it has been accepted, nothing is sent, and the id of the first
        invitation is returned without an error. Guests who have not accepted are assumed
        not to be users of the company yet, so `companies.users.list` does not list them.
        Neither the success status nor the format of the response is documented: 200 and 201
        are declared with an object that may contain any properties.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            guests: The people to invite, 1 to 10.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `GuestInviteResult`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.companies.guests.invite(
                880101,
                guests=[
                    {
                        "name": "Guest Two",
                        "email": "guest.two@example.com",
                        "guest_permissions": ["mailboxes"],
                    }
                ],
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-invite-guest
        """
        try:
            made = to_models(guests, GuestInvite, "guests")
        finally:
            del guests  # tracebacks can show locals
        request = invite_guests.request(company_id, body=GuestInviteRequest(guests=made))
        return self._client.call(request, timeout, deadline).parsed

    def update_permissions(
        self,
        company_id: int,
        *,
        guests: Sequence[GuestPermissions | GuestPermissionsDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Replace guests' permissions: `PUT /v2/agency/companies/{company_id}/guests/permissions`.

        HQ key only. Replaces the permissions of each listed guest. The field is named
        `permissions` here, but `guest_permissions` where guests are invited and listed. The
        maximum number of guests per request is not documented. The vendor prints the path
        with a trailing slash but uses it without one.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            guests: The guests to change. The vendor states no maximum; an empty list is
                assumed to be rejected.
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
            agency.companies.guests.update_permissions(
                880101, guests=[{"id": 7155, "permissions": []}]
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/PUT-companies-guests-permissions
        """
        try:
            made = to_models(guests, GuestPermissions, "guests")
        finally:
            del guests  # tracebacks can show locals
        request = update_guest_permissions.request(
            company_id, body=GuestPermissionsUpdate(guests=made)
        )
        return self._client.call(request, timeout, deadline).parsed


class AsyncCompaniesGuests:
    """Invite guests to a company; replace guests' permissions."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesGuests:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesGuests(self._client)

    async def invite(
        self,
        company_id: int,
        *,
        guests: Sequence[GuestInvite | GuestInviteDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> GuestInviteResult:
        """Invite guests to a company: `POST /v2/agency/companies/{company_id}/invite_guest`.

        HQ key only. Invites 1 to 10 people from outside the agency and **sends them
        e-mail**. If a single entry is invalid, nobody is invited. An address that was never
        invited before receives an invitation. If an earlier invitation has not been
        accepted yet, that invitation is sent again unchanged; a new name or new permissions
        are ignored. If it has been accepted, nothing is sent, and the id of the first
        invitation is returned without an error. Guests who have not accepted are assumed
        not to be users of the company yet, so `companies.users.list` does not list them.
        Neither the success status nor the format of the response is documented: 200 and 201
        are declared with an object that may contain any properties.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            guests: The people to invite, 1 to 10.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `GuestInviteResult`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.companies.guests.invite(
                880101,
                guests=[
                    {
                        "name": "Guest Two",
                        "email": "guest.two@example.com",
                        "guest_permissions": ["mailboxes"],
                    }
                ],
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/POST-companies-invite-guest
        """
        try:
            made = to_models(guests, GuestInvite, "guests")
        finally:
            del guests  # tracebacks can show locals
        request = invite_guests.request(company_id, body=GuestInviteRequest(guests=made))
        return (await self._client.call(request, timeout, deadline)).parsed

    async def update_permissions(
        self,
        company_id: int,
        *,
        guests: Sequence[GuestPermissions | GuestPermissionsDict],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Replace guests' permissions: `PUT /v2/agency/companies/{company_id}/guests/permissions`.

        HQ key only. Replaces the permissions of each listed guest. The field is named
        `permissions` here, but `guest_permissions` where guests are invited and listed. The
        maximum number of guests per request is not documented. The vendor prints the path
        with a trailing slash but uses it without one.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            guests: The guests to change. The vendor states no maximum; an empty list is
                assumed to be rejected.
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
            await agency.companies.guests.update_permissions(
                880101, guests=[{"id": 7155, "permissions": []}]
            )
            ```

        https://developers.woodpecker.co/docs/agency-api/companies/PUT-companies-guests-permissions
        """
        try:
            made = to_models(guests, GuestPermissions, "guests")
        finally:
            del guests  # tracebacks can show locals
        request = update_guest_permissions.request(
            company_id, body=GuestPermissionsUpdate(guests=made)
        )
        return (await self._client.call(request, timeout, deadline)).parsed


class RawCompaniesGuests:
    """The methods of `CompaniesGuests`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.invite = raw(CompaniesGuests, CompaniesGuests.invite, client)
        self.update_permissions = raw(CompaniesGuests, CompaniesGuests.update_permissions, client)


class AsyncRawCompaniesGuests:
    """The methods of `AsyncCompaniesGuests`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.invite = raw_async(AsyncCompaniesGuests, AsyncCompaniesGuests.invite, client)
        self.update_permissions = raw_async(
            AsyncCompaniesGuests, AsyncCompaniesGuests.update_permissions, client
        )
