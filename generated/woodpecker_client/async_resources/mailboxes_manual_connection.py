# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Manual connection of mailboxes."""

from __future__ import annotations

import builtins

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.mailboxes import connect_mailboxes, get_connection_summary
from ..models.connection_batch import ConnectionBatch
from ..models.connection_summary import ConnectionSummary
from ..models.manual_connection_mailbox import ManualConnectionMailbox
from ..models.manual_connection_request import ManualConnectionRequest


class AsyncMailboxesManualConnection:
    """Manual connection of mailboxes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawMailboxesManualConnection:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesManualConnection(self._client)

    async def connect(
        self,
        *,
        mailboxes: builtins.list[ManualConnectionMailbox],
        completion_notification_types: builtins.list[str] | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionBatch:
        """Connect mailboxes by SMTP and IMAP passwords.

        Queues 1 to 200 mailboxes and answers before any of them is connected: 202 with the
        number of the batch, whose progress `getConnectionSummary` shows. Google and
        Microsoft accounts can be connected this way only with app passwords. Leave optional
        texts out instead of sending them empty. Whether an invalid entry stops the valid
        ones beside it is not documented; a login that fails shows up in the summary. The
        new mailboxes' ids are in neither answer: look them up by address in the mailbox
        list.

        Args:
            mailboxes:
            completion_notification_types: How the user is told that the batch is done.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/post-mailboxes
        """
        return await connect_mailboxes.asyncio(
            client=self._client,
            body=ManualConnectionRequest(
                mailboxes=mailboxes,
                completion_notification_types=completion_notification_types,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def summary(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionSummary:
        """Show how far a batch of mailboxes has come.

        To be asked again until `processing_finished` is true. The page lists 200, 401, 404
        and 500; the other statuses stand here because `x-company-id` and the concurrency
        limit apply to every account route.

        Args:
            batch_id: The number `connectMailboxes` returned.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-batch-summary
        """
        return await get_connection_summary.asyncio(
            batch_id, client=self._client, timeout=timeout, deadline=deadline
        )


class AsyncRawMailboxesManualConnection:
    """`AsyncMailboxesManualConnection` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def connect(
        self,
        *,
        mailboxes: builtins.list[ManualConnectionMailbox],
        completion_notification_types: builtins.list[str] | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ConnectionBatch]:
        """Connect mailboxes by SMTP and IMAP passwords."""
        return await connect_mailboxes.asyncio_detailed(
            client=self._client,
            body=ManualConnectionRequest(
                mailboxes=mailboxes,
                completion_notification_types=completion_notification_types,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def summary(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[ConnectionSummary]:
        """Show how far a batch of mailboxes has come."""
        return await get_connection_summary.asyncio_detailed(
            batch_id, client=self._client, timeout=timeout, deadline=deadline
        )
