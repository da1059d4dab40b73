# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Email accounts that are connected to one Woodpecker account. Each has an element for
sending (SMTP) and one for receiving (IMAP), which several that send can share."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.mailboxes import get_mailbox, list_mailboxes, update_mailbox_footer
from ..models.mailbox import Mailbox
from ..models.mailbox_footer_update import MailboxFooterUpdate

if TYPE_CHECKING:
    from .mailboxes_manual_connection import (
        AsyncMailboxesManualConnection,
        AsyncRawMailboxesManualConnection,
        MailboxesManualConnection,
        RawMailboxesManualConnection,
    )
    from .mailboxes_microsoft import (
        AsyncMailboxesMicrosoft,
        AsyncRawMailboxesMicrosoft,
        MailboxesMicrosoft,
        RawMailboxesMicrosoft,
    )


_LIST_PAGES = Pagination(operation="listMailboxes", first=None, total_items=(), total_pages=())


class Mailboxes:
    """Email accounts that are connected to one Woodpecker account. Each has an element for
    sending (SMTP) and one for receiving (IMAP), which several that send can share."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def manual_connection(self) -> MailboxesManualConnection:
        """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""
        from .mailboxes_manual_connection import MailboxesManualConnection

        return MailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> MailboxesMicrosoft:
        """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
        credential."""
        from .mailboxes_microsoft import MailboxesMicrosoft

        return MailboxesMicrosoft(self._client)

    @property
    def with_raw_response(self) -> RawMailboxes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawMailboxes(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> builtins.list[Mailbox]:
        """List the account's mailboxes: `GET /v2/mailboxes`.

        Returns every email account that is connected to the account, as a plain array
        without paging. The sending (SMTP) and the receiving (IMAP) side of one email
        account are separate elements; the SMTP element refers to the IMAP element by
        `details.imap_id`. They are not always pairs: two SMTP elements can refer to the
        same IMAP element.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `list[Mailbox]`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
        """
        request = list_mailboxes.request()
        page = self._client.call(request, timeout, deadline).parsed
        return page

    def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Mailbox:
        """Get one mailbox: `GET /v2/mailboxes/{id}`.

        Returns one element of the mailbox list, by the id of either its SMTP or its IMAP
        element. A 404 can also mean that the company in `x-company-id` is unknown; only
        `detail` tells the two apart.

        Args:
            id: Id of the SMTP or the IMAP element.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Mailbox`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailbox
        """
        request = get_mailbox.request(id)
        return self._client.call(request, timeout, deadline).parsed

    def update_footer(
        self,
        id: int,
        *,
        footer: str | None,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Update a mailbox's footer: `PATCH /v2/mailboxes/{id}`.

        Sets or removes the footer, the only property that can be edited by this route, and
        no other route was found that edits a connected mailbox. The id must be that of the
        **SMTP** element; the effect of an IMAP id is not documented. The response has no
        body: read the result from `details.signature`.

        Args:
            id: Id of the SMTP element (`smtp_mailbox_id` on the vendor's page).
            footer: HTML. Null or an empty text removes the footer. `{{UNSUBSCRIBE}}` is
                replaced by the URL for unsubscribing and belongs in an `href`.
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
            account.mailboxes.update_footer(
                51001,
                footer='<div>Outreach Desk<br><a href="{{UNSUBSCRIBE}}">Leave the list</a></div>',
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/update-mailbox
        """
        request = update_mailbox_footer.request(id, body=MailboxFooterUpdate(footer=footer))
        return self._client.call(request, timeout, deadline).parsed


class AsyncMailboxes:
    """Email accounts that are connected to one Woodpecker account. Each has an element for
    sending (SMTP) and one for receiving (IMAP), which several that send can share."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def manual_connection(self) -> AsyncMailboxesManualConnection:
        """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""
        from .mailboxes_manual_connection import AsyncMailboxesManualConnection

        return AsyncMailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> AsyncMailboxesMicrosoft:
        """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
        credential."""
        from .mailboxes_microsoft import AsyncMailboxesMicrosoft

        return AsyncMailboxesMicrosoft(self._client)

    @property
    def with_raw_response(self) -> AsyncRawMailboxes:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawMailboxes(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> AsyncPaginator[Mailbox, builtins.list[Mailbox]]:
        """List the account's mailboxes: `GET /v2/mailboxes`.

        Returns every email account that is connected to the account, as a plain array
        without paging. The sending (SMTP) and the receiving (IMAP) side of one email
        account are separate elements; the SMTP element refers to the IMAP element by
        `details.imap_id`. They are not always pairs: two SMTP elements can refer to the
        same IMAP element.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `list[Mailbox]`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
        """

        async def fetch(page: int) -> builtins.list[Mailbox]:
            request = list_mailboxes.request()
            return (await self._client.call(request, timeout, deadline)).parsed

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page)

    async def get(
        self, id: int, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Mailbox:
        """Get one mailbox: `GET /v2/mailboxes/{id}`.

        Returns one element of the mailbox list, by the id of either its SMTP or its IMAP
        element. A 404 can also mean that the company in `x-company-id` is unknown; only
        `detail` tells the two apart.

        Args:
            id: Id of the SMTP or the IMAP element.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `Mailbox`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-mailbox
        """
        request = get_mailbox.request(id)
        return (await self._client.call(request, timeout, deadline)).parsed

    async def update_footer(
        self,
        id: int,
        *,
        footer: str | None,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Update a mailbox's footer: `PATCH /v2/mailboxes/{id}`.

        Sets or removes the footer, the only property that can be edited by this route, and
        no other route was found that edits a connected mailbox. The id must be that of the
        **SMTP** element; the effect of an IMAP id is not documented. The response has no
        body: read the result from `details.signature`.

        Args:
            id: Id of the SMTP element (`smtp_mailbox_id` on the vendor's page).
            footer: HTML. Null or an empty text removes the footer. `{{UNSUBSCRIBE}}` is
                replaced by the URL for unsubscribing and belongs in an `href`.
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
            await account.mailboxes.update_footer(
                51001,
                footer='<div>Outreach Desk<br><a href="{{UNSUBSCRIBE}}">Leave the list</a></div>',
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/update-mailbox
        """
        request = update_mailbox_footer.request(id, body=MailboxFooterUpdate(footer=footer))
        return (await self._client.call(request, timeout, deadline)).parsed


class RawMailboxes:
    """The methods of `Mailboxes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.list = raw(Mailboxes, Mailboxes.list, client)
        self.get = raw(Mailboxes, Mailboxes.get, client)
        self.update_footer = raw(Mailboxes, Mailboxes.update_footer, client)

    @property
    def manual_connection(self) -> RawMailboxesManualConnection:
        """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""
        from .mailboxes_manual_connection import RawMailboxesManualConnection

        return RawMailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> RawMailboxesMicrosoft:
        """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
        credential."""
        from .mailboxes_microsoft import RawMailboxesMicrosoft

        return RawMailboxesMicrosoft(self._client)


class AsyncRawMailboxes:
    """The methods of `AsyncMailboxes`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.get = raw_async(AsyncMailboxes, AsyncMailboxes.get, client)
        self.update_footer = raw_async(AsyncMailboxes, AsyncMailboxes.update_footer, client)

    @property
    def manual_connection(self) -> AsyncRawMailboxesManualConnection:
        """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""
        from .mailboxes_manual_connection import AsyncRawMailboxesManualConnection

        return AsyncRawMailboxesManualConnection(self._client)

    @property
    def microsoft(self) -> AsyncRawMailboxesMicrosoft:
        """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
        credential."""
        from .mailboxes_microsoft import AsyncRawMailboxesMicrosoft

        return AsyncRawMailboxesMicrosoft(self._client)

    async def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[builtins.list[Mailbox]]:
        """List the account's mailboxes: `GET /v2/mailboxes`."""
        request = list_mailboxes.request()
        return await self._client.call(request, timeout, deadline)
