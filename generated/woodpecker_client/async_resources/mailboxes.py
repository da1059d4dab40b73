# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Mailboxes."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.pagination import AsyncPaginator, Pagination
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.mailboxes import get_mailbox, list_mailboxes, update_mailbox_footer
from ..models.mailbox import Mailbox
from ..models.mailbox_footer_update import MailboxFooterUpdate
from .mailboxes_manual_connection import (
    AsyncMailboxesManualConnection,
    AsyncRawMailboxesManualConnection,
)
from .mailboxes_microsoft import AsyncMailboxesMicrosoft, AsyncRawMailboxesMicrosoft

_LIST_PAGES = Pagination(operation="listMailboxes", first=None, total_items=(), total_pages=())


class AsyncMailboxes:
    """Mailboxes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def manual_connection(self) -> AsyncMailboxesManualConnection:
        """Manual connection of mailboxes."""
        return AsyncMailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> AsyncMailboxesMicrosoft:
        """Microsoft of mailboxes."""
        return AsyncMailboxesMicrosoft(self._client)

    @property
    def with_raw_response(self) -> AsyncRawMailboxes:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawMailboxes(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> AsyncPaginator[Mailbox, builtins.list[Mailbox]]:
        """List the account's mailboxes.

        Every email account connected to the account the call works in, as a bare array,
        without paging. The sending (SMTP) and the receiving (IMAP) half of one email
        account are separate elements; the SMTP element names the other one in
        `details.imap_id`.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
        """

        async def fetch(number: int) -> builtins.list[Mailbox]:
            return await list_mailboxes.asyncio(
                client=self._client, timeout=timeout, deadline=deadline
            )

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page)

    async def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Mailbox:
        """Show one mailbox.

        One element of the mailbox list, by the id of its SMTP or of its IMAP half. A 404
        can also mean that the company in `x-company-id` is unknown; only `detail` tells the
        two apart.

        Args:
            id: Id of the SMTP or the IMAP element.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailbox
        """
        return await get_mailbox.asyncio(
            id, client=self._client, timeout=timeout, deadline=deadline
        )

    async def update_footer(
        self,
        id: int,
        *,
        footer: str | None,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Change a mailbox's footer.

        Sets or removes the footer, the only property of a mailbox that can be edited. The
        id has to be that of the **SMTP** element; what an IMAP id leads to is not
        documented. Nothing comes back: read the result as `details.signature`.

        Args:
            id: Id of the SMTP element (`smtp_mailbox_id` on the vendor's page).
            footer: HTML. Null or an empty text removes the footer. `{{UNSUBSCRIBE}}`
                becomes the address of the link to leave the list and belongs into an
                `href`.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/update-mailbox
        """
        return await update_mailbox_footer.asyncio(
            id,
            client=self._client,
            body=MailboxFooterUpdate(
                footer=footer,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawMailboxes:
    """`AsyncMailboxes` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def manual_connection(self) -> AsyncRawMailboxesManualConnection:
        return AsyncRawMailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> AsyncRawMailboxesMicrosoft:
        return AsyncRawMailboxesMicrosoft(self._client)

    async def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[builtins.list[Mailbox]]:
        """List the account's mailboxes."""
        return await list_mailboxes.asyncio_detailed(
            client=self._client, timeout=timeout, deadline=deadline
        )

    async def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[Mailbox]:
        """Show one mailbox."""
        return await get_mailbox.asyncio_detailed(
            id, client=self._client, timeout=timeout, deadline=deadline
        )

    async def update_footer(
        self,
        id: int,
        *,
        footer: str | None,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Change a mailbox's footer."""
        return await update_mailbox_footer.asyncio_detailed(
            id,
            client=self._client,
            body=MailboxFooterUpdate(
                footer=footer,
            ),
            timeout=timeout,
            deadline=deadline,
        )
