# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.plain_dicts import to_models
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset
from woodpecker_runtime.waiting import DEFAULT_WAIT, Wait, wait_until, wait_until_async

from ..api.mailboxes import connect_mailboxes, get_connection_summary
from ..models.connection_batch import ConnectionBatch
from ..models.connection_summary import ConnectionSummary
from ..models.manual_connection_mailbox import ManualConnectionMailbox
from ..models.manual_connection_request import ManualConnectionRequest
from ..typed_dicts import ManualConnectionMailboxDict

_WAIT = Wait(
    operation="getConnectionSummary",
    until="processing_finished",
    pending="pending_mailboxes_count",
    of="batch_size",
)


class MailboxesManualConnection:
    """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawMailboxesManualConnection:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawMailboxesManualConnection(self._client)

    def connect(
        self,
        *,
        mailboxes: Sequence[ManualConnectionMailbox | ManualConnectionMailboxDict],
        completion_notification_types: builtins.list[str] | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionBatch:
        """Connect mailboxes with SMTP and IMAP passwords: `POST /v2/mailboxes/manual_connection/bulk`.

        Queues 1 to 200 mailboxes and responds with 202 and a batch id before any of them is
        connected; `mailboxes.manual_connection.summary` returns the progress of the batch.
        Google and Microsoft accounts can be connected this way only with app passwords.
        Omit optional texts instead of sending them empty. Whether an invalid entry also
        stops the valid entries of its batch is not documented; a failed login is listed in
        the summary. Neither response contains the ids of the new mailboxes: find them by
        address in the mailbox list.

        Args:
            mailboxes: The mailboxes to connect, 1 to 200.
            completion_notification_types: How the user is notified that the batch is
                finished.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ConnectionBatch`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            account.mailboxes.manual_connection.connect(
                mailboxes=[
                    {
                        "smtp_email": "sales@example.com",
                        "smtp_password": "not-a-real-password",
                        "smtp_server": "smtp.example.com",
                        "smtp_port": 465,
                        "imap_email": "sales@example.com",
                        "imap_password": "not-a-real-password",
                        "imap_server": "imap.example.com",
                        "imap_port": 993,
                        "daily_sending_limit": 40,
                    }
                ],
                completion_notification_types=["IN_APP"],
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/post-mailboxes
        """
        try:
            made = to_models(mailboxes, ManualConnectionMailbox, "mailboxes")
        finally:
            del mailboxes  # tracebacks can show locals
        request = connect_mailboxes.request(
            body=ManualConnectionRequest(
                mailboxes=made, completion_notification_types=completion_notification_types
            )
        )
        return self._client.call(request, timeout, deadline).parsed

    def summary(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionSummary:
        """Get the progress of a mailbox batch: `GET /v2/mailboxes/manual_connection/bulk/{batch_id}/summary`.

        Returns the progress of a batch. Poll it until `processing_finished` is true. The
        vendor's page lists 200, 401, 404 and 500; the other statuses are declared because
        `x-company-id` and the concurrency limit apply to every account route.

        Args:
            batch_id: The id that `mailboxes.manual_connection.connect` returned.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ConnectionSummary`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-batch-summary
        """
        request = get_connection_summary.request(batch_id)
        return self._client.call(request, timeout, deadline).parsed

    def wait(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None = DEFAULT_WAIT,
        on_progress: Callable[[ConnectionSummary], object] | None = None,
    ) -> ConnectionSummary:
        """Wait until `processing_finished` is true: polls `mailboxes.manual_connection.summary`.

        The first poll is sent at once; the pauses between polls grow to 15 seconds. One
        that fails in a way that may pass (no response, 5xx, 429) is sent again. When the
        deadline ends, nothing is lost: the work goes on at the API, and can be waited for
        again.

        Args:
            batch_id: The id that `mailboxes.manual_connection.connect` returned.
            timeout: seconds without progress in one attempt of a poll, an `httpx.Timeout`,
                or None for no limit.
            deadline: seconds for the whole wait, or None for no end.
            on_progress: called with each `ConnectionSummary`, the last one included.

        Returns:
            The last `ConnectionSummary`.

        Raises:
            NotFinished: the deadline ended first; `last` has the newest response.
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            ApiError: a response that another poll would not change, such as 404.
        """

        def poll(seconds: float) -> ConnectionSummary:
            return self.summary(batch_id, timeout=timeout, deadline=seconds)

        return wait_until(
            _WAIT, poll, f"batch_id {batch_id}", self._client.scope, deadline, on_progress
        )


class AsyncMailboxesManualConnection:
    """Connect mailboxes with SMTP and IMAP passwords; get the progress of a mailbox batch."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawMailboxesManualConnection:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesManualConnection(self._client)

    async def connect(
        self,
        *,
        mailboxes: Sequence[ManualConnectionMailbox | ManualConnectionMailboxDict],
        completion_notification_types: builtins.list[str] | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionBatch:
        """Connect mailboxes with SMTP and IMAP passwords: `POST /v2/mailboxes/manual_connection/bulk`.

        Queues 1 to 200 mailboxes and responds with 202 and a batch id before any of them is
        connected; `mailboxes.manual_connection.summary` returns the progress of the batch.
        Google and Microsoft accounts can be connected this way only with app passwords.
        Omit optional texts instead of sending them empty. Whether an invalid entry also
        stops the valid entries of its batch is not documented; a failed login is listed in
        the summary. Neither response contains the ids of the new mailboxes: find them by
        address in the mailbox list.

        Args:
            mailboxes: The mailboxes to connect, 1 to 200.
            completion_notification_types: How the user is notified that the batch is
                finished.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ConnectionBatch`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await account.mailboxes.manual_connection.connect(
                mailboxes=[
                    {
                        "smtp_email": "sales@example.com",
                        "smtp_password": "not-a-real-password",
                        "smtp_server": "smtp.example.com",
                        "smtp_port": 465,
                        "imap_email": "sales@example.com",
                        "imap_password": "not-a-real-password",
                        "imap_server": "imap.example.com",
                        "imap_port": 993,
                        "daily_sending_limit": 40,
                    }
                ],
                completion_notification_types=["IN_APP"],
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/post-mailboxes
        """
        try:
            made = to_models(mailboxes, ManualConnectionMailbox, "mailboxes")
        finally:
            del mailboxes  # tracebacks can show locals
        request = connect_mailboxes.request(
            body=ManualConnectionRequest(
                mailboxes=made, completion_notification_types=completion_notification_types
            )
        )
        return (await self._client.call(request, timeout, deadline)).parsed

    async def summary(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> ConnectionSummary:
        """Get the progress of a mailbox batch: `GET /v2/mailboxes/manual_connection/bulk/{batch_id}/summary`.

        Returns the progress of a batch. Poll it until `processing_finished` is true. The
        vendor's page lists 200, 401, 404 and 500; the other statuses are declared because
        `x-company-id` and the concurrency limit apply to every account route.

        Args:
            batch_id: The id that `mailboxes.manual_connection.connect` returned.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `ConnectionSummary`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/get-batch-summary
        """
        request = get_connection_summary.request(batch_id)
        return (await self._client.call(request, timeout, deadline)).parsed

    async def wait(
        self,
        batch_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None = DEFAULT_WAIT,
        on_progress: Callable[[ConnectionSummary], object] | None = None,
    ) -> ConnectionSummary:
        """Wait until `processing_finished` is true: polls `mailboxes.manual_connection.summary`.

        The first poll is sent at once; the pauses between polls grow to 15 seconds. One
        that fails in a way that may pass (no response, 5xx, 429) is sent again. When the
        deadline ends, nothing is lost: the work goes on at the API, and can be waited for
        again.

        Args:
            batch_id: The id that `mailboxes.manual_connection.connect` returned.
            timeout: seconds without progress in one attempt of a poll, an `httpx.Timeout`,
                or None for no limit.
            deadline: seconds for the whole wait, or None for no end.
            on_progress: called with each `ConnectionSummary`, the last one included.

        Returns:
            The last `ConnectionSummary`.

        Raises:
            NotFinished: the deadline ended first; `last` has the newest response.
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            ApiError: a response that another poll would not change, such as 404.
        """

        async def poll(seconds: float) -> ConnectionSummary:
            return await self.summary(batch_id, timeout=timeout, deadline=seconds)

        return await wait_until_async(
            _WAIT, poll, f"batch_id {batch_id}", self._client.scope, deadline, on_progress
        )


class RawMailboxesManualConnection:
    """The methods of `MailboxesManualConnection`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.connect = raw(MailboxesManualConnection, MailboxesManualConnection.connect, client)
        self.summary = raw(MailboxesManualConnection, MailboxesManualConnection.summary, client)


class AsyncRawMailboxesManualConnection:
    """The methods of `AsyncMailboxesManualConnection`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.connect = raw_async(
            AsyncMailboxesManualConnection, AsyncMailboxesManualConnection.connect, client
        )
        self.summary = raw_async(
            AsyncMailboxesManualConnection, AsyncMailboxesManualConnection.summary, client
        )
