# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Account routes."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.account import get_me
from ..models.me import Me
from .mailboxes import AsyncMailboxes, AsyncRawMailboxes


class AsyncAccountRoutes:
    """Account routes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def mailboxes(self) -> AsyncMailboxes:
        """Mailboxes."""
        return AsyncMailboxes(self._client)

    @property
    def with_raw_response(self) -> AsyncRawAccountRoutes:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawAccountRoutes(self._client)

    async def me(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Me:
        """Show whose key this is.

        Names the user the key belongs to and the account it works in: the vendor's
        suggested first call. With an HQ key and `x-company-id` the answer should name the
        client account: an easy way to see that calls go where they should. This is the only
        v1 route here. Its errors may come in the v1 envelope, under other statuses than v2
        uses (409 with `E_TOO_MANY_REQUESTS` for too many calls, 403 with `E_NO_PERMISSION`
        and a body), and v1 is known to answer 200 with a `V1Error` as the body.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/authentication-agency
        """
        return await get_me.asyncio(client=self._client, timeout=timeout, deadline=deadline)


class AsyncRawAccountRoutes:
    """`AsyncAccountRoutes` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def mailboxes(self) -> AsyncRawMailboxes:
        return AsyncRawMailboxes(self._client)

    async def me(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[Me]:
        """Show whose key this is."""
        return await get_me.asyncio_detailed(
            client=self._client, timeout=timeout, deadline=deadline
        )
