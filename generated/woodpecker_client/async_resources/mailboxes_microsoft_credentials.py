# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Credentials of microsoft of mailboxes."""

from __future__ import annotations

from datetime import datetime

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.pagination import AsyncPaginator, Pagination
from woodpecker_runtime.parsing import to_optional_secret, to_optional_time, to_secret, to_time
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.microsoft_mailboxes import (
    create_microsoft_credential,
    delete_microsoft_credential,
    list_microsoft_credentials,
    update_microsoft_credential,
)
from ..models.microsoft_credential import MicrosoftCredential
from ..models.microsoft_credential_create import MicrosoftCredentialCreate
from ..models.microsoft_credential_list import MicrosoftCredentialList
from ..models.microsoft_credential_update import MicrosoftCredentialUpdate

_LIST_PAGES = Pagination(
    operation="listMicrosoftCredentials", first=None, total_items=(), total_pages=()
)


class AsyncMailboxesMicrosoftCredentials:
    """Credentials of microsoft of mailboxes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawMailboxesMicrosoftCredentials:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesMicrosoftCredentials(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> AsyncPaginator[MicrosoftCredential, MicrosoftCredentialList]:
        """List saved Microsoft credentials.

        The Microsoft Graph app-only credentials saved in the account, all at once. Client
        secrets are never returned.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/get-credentials/
        """

        async def fetch(number: int) -> MicrosoftCredentialList:
            return await list_microsoft_credentials.asyncio(
                client=self._client, timeout=timeout, deadline=deadline
            )

        return AsyncPaginator(_LIST_PAGES, fetch, lambda page: page.credentials)

    async def create(
        self,
        *,
        tenant_id: str,
        client_id: str,
        client_secret: str,
        secret_expires_at: datetime | str,
        name: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> MicrosoftCredential:
        """Save a Microsoft credential.

        Saves the data of a Microsoft Graph app. Before saving, the vendor asks Microsoft
        for a token with it, so a credential that does not work is refused. The success
        status is not documented: 201 is expected, 200 possible.

        Args:
            tenant_id: The Microsoft tenant, a UUID.
            client_id: The app's id, a UUID.
            client_secret:
            secret_expires_at: When the secret stops working.
            name: Given by the server when left out.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-credentials/
        """
        client_secret = to_secret(client_secret, "client_secret")  # tracebacks can show locals
        secret_expires_at = to_time(secret_expires_at, "secret_expires_at")
        return await create_microsoft_credential.asyncio(
            client=self._client,
            body=MicrosoftCredentialCreate(
                tenant_id=tenant_id,
                client_id=client_id,
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def delete(
        self,
        credential_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Delete a Microsoft credential.

        Not possible as long as an active mailbox depends on the credential. With which
        status that is refused is not documented; 409 is expected.

        Args:
            credential_id: The saved credential, as `listMicrosoftCredentials` shows it.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/delete-credentials/
        """
        return await delete_microsoft_credential.asyncio(
            credential_id, client=self._client, timeout=timeout, deadline=deadline
        )

    async def update(
        self,
        credential_id: int,
        *,
        client_secret: str | Unset = UNSET,
        secret_expires_at: datetime | str | Unset = UNSET,
        name: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> MicrosoftCredential:
        """Rename a Microsoft credential or replace its secret.

        Send what is to change. A new `client_secret` needs its `secret_expires_at` and the
        other way round; tenant and client id stay as they are.

        Args:
            credential_id: The saved credential, as `listMicrosoftCredentials` shows it.
            client_secret: Only together with `secret_expires_at`.
            secret_expires_at: When the new secret stops working. Only together with
                `client_secret`.
            name:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/patch-credentials/
        """
        client_secret = to_optional_secret(
            client_secret, "client_secret"
        )  # tracebacks can show locals
        secret_expires_at = to_optional_time(secret_expires_at, "secret_expires_at")
        return await update_microsoft_credential.asyncio(
            credential_id,
            client=self._client,
            body=MicrosoftCredentialUpdate(
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            ),
            timeout=timeout,
            deadline=deadline,
        )


class AsyncRawMailboxesMicrosoftCredentials:
    """`AsyncMailboxesMicrosoftCredentials` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[MicrosoftCredentialList]:
        """List saved Microsoft credentials."""
        return await list_microsoft_credentials.asyncio_detailed(
            client=self._client, timeout=timeout, deadline=deadline
        )

    async def create(
        self,
        *,
        tenant_id: str,
        client_id: str,
        client_secret: str,
        secret_expires_at: datetime | str,
        name: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[MicrosoftCredential]:
        """Save a Microsoft credential."""
        client_secret = to_secret(client_secret, "client_secret")  # tracebacks can show locals
        secret_expires_at = to_time(secret_expires_at, "secret_expires_at")
        return await create_microsoft_credential.asyncio_detailed(
            client=self._client,
            body=MicrosoftCredentialCreate(
                tenant_id=tenant_id,
                client_id=client_id,
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def delete(
        self,
        credential_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[None]:
        """Delete a Microsoft credential."""
        return await delete_microsoft_credential.asyncio_detailed(
            credential_id, client=self._client, timeout=timeout, deadline=deadline
        )

    async def update(
        self,
        credential_id: int,
        *,
        client_secret: str | Unset = UNSET,
        secret_expires_at: datetime | str | Unset = UNSET,
        name: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[MicrosoftCredential]:
        """Rename a Microsoft credential or replace its secret."""
        client_secret = to_optional_secret(
            client_secret, "client_secret"
        )  # tracebacks can show locals
        secret_expires_at = to_optional_time(secret_expires_at, "secret_expires_at")
        return await update_microsoft_credential.asyncio_detailed(
            credential_id,
            client=self._client,
            body=MicrosoftCredentialUpdate(
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            ),
            timeout=timeout,
            deadline=deadline,
        )
