# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What an account has: `me`, `mailboxes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset

from ..api.account import get_me
from ..models.me import Me

if TYPE_CHECKING:
    from .mailboxes import AsyncMailboxes, AsyncRawMailboxes, Mailboxes, RawMailboxes


class AccountRoutes:
    """What an account has: `me`, `mailboxes`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def mailboxes(self) -> Mailboxes:
        """Email accounts that are connected to one Woodpecker account. Each has an element for
        sending (SMTP) and one for receiving (IMAP), which several that send can share."""
        from .mailboxes import Mailboxes

        return Mailboxes(self._client)

    @property
    def with_raw_response(self) -> RawAccountRoutes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawAccountRoutes(self._client)

    def me(self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET) -> Me:
        """Show the key's user and account: `GET /v1/me`.

        Returns the user that the key belongs to and the account it works in; the vendor
        suggests it as the first request. With an HQ key and `x-company-id`, the response
        should name the client account, so this is an easy way to check that requests reach
        the intended account. This is the only v1 route in this document. `x-company-id`
        works on v1 routes as well: an older page shows it on one ([Master API
        key](https://docs.woodpecker.co/en/articles/5223425-authentication)). The errors of
        this route may use the v1 envelope and other statuses than v2 (409 with
        `E_TOO_MANY_REQUESTS` for too many concurrent requests, 403 with `E_NO_PERMISSION`
        and a body), and v1 is known to respond with 200 and a `V1Error` as the body.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Me`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/authentication-agency
        """
        request = get_me.request()
        return self._client.call(request, timeout, deadline).parsed


class AsyncAccountRoutes:
    """What an account has: `me`, `mailboxes`."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def mailboxes(self) -> AsyncMailboxes:
        """Email accounts that are connected to one Woodpecker account. Each has an element for
        sending (SMTP) and one for receiving (IMAP), which several that send can share."""
        from .mailboxes import AsyncMailboxes

        return AsyncMailboxes(self._client)

    @property
    def with_raw_response(self) -> AsyncRawAccountRoutes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawAccountRoutes(self._client)

    async def me(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Me:
        """Show the key's user and account: `GET /v1/me`.

        Returns the user that the key belongs to and the account it works in; the vendor
        suggests it as the first request. With an HQ key and `x-company-id`, the response
        should name the client account, so this is an easy way to check that requests reach
        the intended account. This is the only v1 route in this document. `x-company-id`
        works on v1 routes as well: an older page shows it on one ([Master API
        key](https://docs.woodpecker.co/en/articles/5223425-authentication)). The errors of
        this route may use the v1 envelope and other statuses than v2 (409 with
        `E_TOO_MANY_REQUESTS` for too many concurrent requests, 403 with `E_NO_PERMISSION`
        and a body), and v1 is known to respond with 200 and a `V1Error` as the body.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Me`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/authentication-agency
        """
        request = get_me.request()
        return (await self._client.call(request, timeout, deadline)).parsed


class RawAccountRoutes:
    """The methods of `AccountRoutes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.me = raw(AccountRoutes, AccountRoutes.me, client)

    @property
    def mailboxes(self) -> RawMailboxes:
        """Email accounts that are connected to one Woodpecker account. Each has an element for
        sending (SMTP) and one for receiving (IMAP), which several that send can share."""
        from .mailboxes import RawMailboxes

        return RawMailboxes(self._client)


class AsyncRawAccountRoutes:
    """The methods of `AsyncAccountRoutes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.me = raw_async(AsyncAccountRoutes, AsyncAccountRoutes.me, client)

    @property
    def mailboxes(self) -> AsyncRawMailboxes:
        """Email accounts that are connected to one Woodpecker account. Each has an element for
        sending (SMTP) and one for receiving (IMAP), which several that send can share."""
        from .mailboxes import AsyncRawMailboxes

        return AsyncRawMailboxes(self._client)
