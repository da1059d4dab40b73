# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
credential."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.plain_dicts import to_models
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset

from ..api.microsoft_mailboxes import connect_microsoft_mailboxes
from ..models.microsoft_account import MicrosoftAccount
from ..models.microsoft_connect_request import MicrosoftConnectRequest
from ..models.microsoft_connect_result import MicrosoftConnectResult
from ..typed_dicts import MicrosoftAccountDict

if TYPE_CHECKING:
    from .mailboxes_microsoft_credentials import (
        AsyncMailboxesMicrosoftCredentials,
        AsyncRawMailboxesMicrosoftCredentials,
        MailboxesMicrosoftCredentials,
        RawMailboxesMicrosoftCredentials,
    )


class MailboxesMicrosoft:
    """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
    credential."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def credentials(self) -> MailboxesMicrosoftCredentials:
        """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
        credential (irreversible); rename a Microsoft credential or replace its secret."""
        from .mailboxes_microsoft_credentials import MailboxesMicrosoftCredentials

        return MailboxesMicrosoftCredentials(self._client)

    @property
    def with_raw_response(self) -> RawMailboxesMicrosoft:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawMailboxesMicrosoft(self._client)

    def connect(
        self,
        *,
        accounts: Sequence[MicrosoftAccount | MicrosoftAccountDict],
        auth_type: Literal["APP_ONLY"] | Unset = UNSET,
        credential_id: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> builtins.list[MicrosoftConnectResult]:
        """Connect Microsoft mailboxes: `POST /v2/mailboxes/microsoft/bulk`.

        Connects the mailboxes through a saved credential and responds when it is finished,
        with one result per mailbox. Individual mailboxes may have failed although the
        request succeeded: check `success` of each element. The success status is not
        documented; 200 is expected.

        Args:
            accounts: The mailboxes to connect. The vendor states no maximum; an empty list
                is assumed to be rejected.
            auth_type: How the mailboxes are opened; the vendor supports no other way.
            credential_id: The saved credential to use. It may be omitted only if the
                account has exactly one *valid* credential; credentials whose secret has
                expired do not count. The status for omitting it otherwise is not
                documented; 409 is expected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `list[MicrosoftConnectResult]`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            account.mailboxes.microsoft.connect(
                accounts=[{"mailbox_email": "team@example.com", "display_name": "Team Desk"}],
                credential_id=9001,
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-ms-mailboxes/
        """
        try:
            made = to_models(accounts, MicrosoftAccount, "accounts")
        finally:
            del accounts  # tracebacks can show locals
        request = connect_microsoft_mailboxes.request(
            body=MicrosoftConnectRequest(
                accounts=made, auth_type=auth_type, credential_id=credential_id
            )
        )
        return self._client.call(request, timeout, deadline).parsed


class AsyncMailboxesMicrosoft:
    """Microsoft 365 mailboxes that are connected through a saved Microsoft Graph app-only
    credential."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def credentials(self) -> AsyncMailboxesMicrosoftCredentials:
        """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
        credential (irreversible); rename a Microsoft credential or replace its secret."""
        from .mailboxes_microsoft_credentials import AsyncMailboxesMicrosoftCredentials

        return AsyncMailboxesMicrosoftCredentials(self._client)

    @property
    def with_raw_response(self) -> AsyncRawMailboxesMicrosoft:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesMicrosoft(self._client)

    async def connect(
        self,
        *,
        accounts: Sequence[MicrosoftAccount | MicrosoftAccountDict],
        auth_type: Literal["APP_ONLY"] | Unset = UNSET,
        credential_id: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> builtins.list[MicrosoftConnectResult]:
        """Connect Microsoft mailboxes: `POST /v2/mailboxes/microsoft/bulk`.

        Connects the mailboxes through a saved credential and responds when it is finished,
        with one result per mailbox. Individual mailboxes may have failed although the
        request succeeded: check `success` of each element. The success status is not
        documented; 200 is expected.

        Args:
            accounts: The mailboxes to connect. The vendor states no maximum; an empty list
                is assumed to be rejected.
            auth_type: How the mailboxes are opened; the vendor supports no other way.
            credential_id: The saved credential to use. It may be omitted only if the
                account has exactly one *valid* credential; credentials whose secret has
                expired do not count. The status for omitting it otherwise is not
                documented; 409 is expected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `list[MicrosoftConnectResult]`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await account.mailboxes.microsoft.connect(
                accounts=[{"mailbox_email": "team@example.com", "display_name": "Team Desk"}],
                credential_id=9001,
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-ms-mailboxes/
        """
        try:
            made = to_models(accounts, MicrosoftAccount, "accounts")
        finally:
            del accounts  # tracebacks can show locals
        request = connect_microsoft_mailboxes.request(
            body=MicrosoftConnectRequest(
                accounts=made, auth_type=auth_type, credential_id=credential_id
            )
        )
        return (await self._client.call(request, timeout, deadline)).parsed


class RawMailboxesMicrosoft:
    """The methods of `MailboxesMicrosoft`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.connect = raw(MailboxesMicrosoft, MailboxesMicrosoft.connect, client)

    @property
    def credentials(self) -> RawMailboxesMicrosoftCredentials:
        """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
        credential (irreversible); rename a Microsoft credential or replace its secret."""
        from .mailboxes_microsoft_credentials import RawMailboxesMicrosoftCredentials

        return RawMailboxesMicrosoftCredentials(self._client)


class AsyncRawMailboxesMicrosoft:
    """The methods of `AsyncMailboxesMicrosoft`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.connect = raw_async(AsyncMailboxesMicrosoft, AsyncMailboxesMicrosoft.connect, client)

    @property
    def credentials(self) -> AsyncRawMailboxesMicrosoftCredentials:
        """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
        credential (irreversible); rename a Microsoft credential or replace its secret."""
        from .mailboxes_microsoft_credentials import AsyncRawMailboxesMicrosoftCredentials

        return AsyncRawMailboxesMicrosoftCredentials(self._client)
