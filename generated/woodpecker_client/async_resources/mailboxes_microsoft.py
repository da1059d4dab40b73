# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Microsoft of mailboxes."""

from __future__ import annotations

import builtins
from typing import Literal

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.microsoft_mailboxes import connect_microsoft_mailboxes
from ..models.microsoft_account import MicrosoftAccount
from ..models.microsoft_connect_request import MicrosoftConnectRequest
from ..models.microsoft_connect_result import MicrosoftConnectResult
from .mailboxes_microsoft_credentials import (
    AsyncMailboxesMicrosoftCredentials,
    AsyncRawMailboxesMicrosoftCredentials,
)


class AsyncMailboxesMicrosoft:
    """Microsoft of mailboxes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def credentials(self) -> AsyncMailboxesMicrosoftCredentials:
        """Credentials of microsoft of mailboxes."""
        return AsyncMailboxesMicrosoftCredentials(self._client)

    @property
    def with_raw_response(self) -> AsyncRawMailboxesMicrosoft:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesMicrosoft(self._client)

    async def connect(
        self,
        *,
        accounts: builtins.list[MicrosoftAccount],
        auth_type: Literal["APP_ONLY"] | Unset = UNSET,
        credential_id: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> builtins.list[MicrosoftConnectResult]:
        """Connect Microsoft mailboxes.

        Connects the mailboxes through a saved credential and answers when it is done, with
        one result per mailbox. Some may have failed although the call succeeded: look at
        `success` of each element. The success status is not documented, 200 is expected.

        Args:
            accounts: The vendor gives no maximum; that an empty list is refused is assumed.
            auth_type:
            credential_id: The saved credential. Needed unless the account has one valid
                credential and no second.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-ms-mailboxes/
        """
        return await connect_microsoft_mailboxes.asyncio(
            client=self._client,
            body=MicrosoftConnectRequest(
                accounts=accounts,
                auth_type=auth_type,
                credential_id=credential_id,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawMailboxesMicrosoft:
    """`AsyncMailboxesMicrosoft` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def credentials(self) -> AsyncRawMailboxesMicrosoftCredentials:
        return AsyncRawMailboxesMicrosoftCredentials(self._client)

    async def connect(
        self,
        *,
        accounts: builtins.list[MicrosoftAccount],
        auth_type: Literal["APP_ONLY"] | Unset = UNSET,
        credential_id: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[builtins.list[MicrosoftConnectResult]]:
        """Connect Microsoft mailboxes."""
        return await connect_microsoft_mailboxes.asyncio_detailed(
            client=self._client,
            body=MicrosoftConnectRequest(
                accounts=accounts,
                auth_type=auth_type,
                credential_id=credential_id,
            ),
            timeout=timeout,
            deadline=deadline,
        )
