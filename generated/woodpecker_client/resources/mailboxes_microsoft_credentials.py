# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
credential (irreversible); rename a Microsoft credential or replace its secret."""

from __future__ import annotations

import builtins
from datetime import datetime

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.pagination import Pagination
from woodpecker_runtime.paginators import AsyncPaginator
from woodpecker_runtime.parsing import to_optional_secret, to_optional_time, to_secret, to_time
from woodpecker_runtime.raw_responses import raw, raw_async
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


class MailboxesMicrosoftCredentials:
    """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
    credential (irreversible); rename a Microsoft credential or replace its secret."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawMailboxesMicrosoftCredentials:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawMailboxesMicrosoftCredentials(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> builtins.list[MicrosoftCredential]:
        """List saved Microsoft credentials: `GET /v2/mailboxes/microsoft/credentials`.

        Returns all Microsoft Graph app-only credentials that are saved in the account,
        without paging. Client secrets are never returned.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredentialList`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/get-credentials/
        """
        request = list_microsoft_credentials.request()
        page = self._client.call(request, timeout, deadline).parsed
        return page.credentials

    def create(
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
        """Save a Microsoft credential: `POST /v2/mailboxes/microsoft/credentials`.

        Saves the credential of a Microsoft Graph app. Before saving, the vendor uses it to
        request a token from Microsoft, so a credential that does not work is rejected. The
        success status is not documented: 201 is expected, 200 is possible.

        Args:
            tenant_id: The Microsoft tenant, a UUID.
            client_id: The app's id, a UUID.
            client_secret: The secret of the app; it is never returned.
            secret_expires_at: When the client secret expires.
            name: Chosen by the server if omitted.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredential`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            account.mailboxes.microsoft.credentials.create(
                tenant_id="11111111-2222-4333-8444-555555555555",
                client_id="66666666-7777-4888-9999-000000000000",
                client_secret="not-a-real-secret",
                secret_expires_at="2027-03-31T23:59:59Z",
                name="Graph app, staging",
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-credentials/
        """
        client_secret = to_secret(client_secret, "client_secret")  # tracebacks can show locals
        secret_expires_at = to_time(secret_expires_at, "secret_expires_at")
        request = create_microsoft_credential.request(
            body=MicrosoftCredentialCreate(
                tenant_id=tenant_id,
                client_id=client_id,
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            )
        )
        return self._client.call(request, timeout, deadline).parsed

    def delete(
        self,
        credential_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Delete a Microsoft credential (irreversible): `DELETE /v2/mailboxes/microsoft/credentials/{credential_id}`.

        Deletes a saved credential. This fails as long as an active mailbox depends on the
        credential. The status of that error is not documented; 409 is expected.

        Args:
            credential_id: The saved credential, by the `credential_id` that
                `mailboxes.microsoft.credentials.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/delete-credentials/
        """
        request = delete_microsoft_credential.request(credential_id)
        return self._client.call(request, timeout, deadline).parsed

    def update(
        self,
        credential_id: int,
        *,
        client_secret: str | Unset = UNSET,
        secret_expires_at: datetime | str | Unset = UNSET,
        name: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> MicrosoftCredential:
        """Rename a Microsoft credential or replace its secret: `PATCH /v2/mailboxes/microsoft/credentials/{credential_id}`.

        Updates the fields that are sent. `client_secret` and `secret_expires_at` must be
        sent together; the tenant id and the client id cannot be changed.

        Args:
            credential_id: The saved credential, by the `credential_id` that
                `mailboxes.microsoft.credentials.list` returns.
            client_secret: Only together with `secret_expires_at`.
            secret_expires_at: When the new secret expires. Only together with
                `client_secret`.
            name: The new name.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredential`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            account.mailboxes.microsoft.credentials.update(
                9001, client_secret="another-fake-secret", secret_expires_at="2028-03-31T23:59:59Z"
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/patch-credentials/
        """
        client_secret = to_optional_secret(
            client_secret, "client_secret"
        )  # tracebacks can show locals
        secret_expires_at = to_optional_time(secret_expires_at, "secret_expires_at")
        request = update_microsoft_credential.request(
            credential_id,
            body=MicrosoftCredentialUpdate(
                client_secret=client_secret, secret_expires_at=secret_expires_at, name=name
            ),
        )
        return self._client.call(request, timeout, deadline).parsed


class AsyncMailboxesMicrosoftCredentials:
    """List saved Microsoft credentials; save a Microsoft credential; delete a Microsoft
    credential (irreversible); rename a Microsoft credential or replace its secret."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawMailboxesMicrosoftCredentials:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawMailboxesMicrosoftCredentials(self._client)

    def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> AsyncPaginator[MicrosoftCredential, MicrosoftCredentialList]:
        """List saved Microsoft credentials: `GET /v2/mailboxes/microsoft/credentials`.

        Returns all Microsoft Graph app-only credentials that are saved in the account,
        without paging. Client secrets are never returned.

        Args:
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for each page in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredentialList`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/get-credentials/
        """

        async def fetch(page: int) -> MicrosoftCredentialList:
            request = list_microsoft_credentials.request()
            return (await self._client.call(request, timeout, deadline)).parsed

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
        """Save a Microsoft credential: `POST /v2/mailboxes/microsoft/credentials`.

        Saves the credential of a Microsoft Graph app. Before saving, the vendor uses it to
        request a token from Microsoft, so a credential that does not work is rejected. The
        success status is not documented: 201 is expected, 200 is possible.

        Args:
            tenant_id: The Microsoft tenant, a UUID.
            client_id: The app's id, a UUID.
            client_secret: The secret of the app; it is never returned.
            secret_expires_at: When the client secret expires.
            name: Chosen by the server if omitted.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredential`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await account.mailboxes.microsoft.credentials.create(
                tenant_id="11111111-2222-4333-8444-555555555555",
                client_id="66666666-7777-4888-9999-000000000000",
                client_secret="not-a-real-secret",
                secret_expires_at="2027-03-31T23:59:59Z",
                name="Graph app, staging",
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/post-credentials/
        """
        client_secret = to_secret(client_secret, "client_secret")  # tracebacks can show locals
        secret_expires_at = to_time(secret_expires_at, "secret_expires_at")
        request = create_microsoft_credential.request(
            body=MicrosoftCredentialCreate(
                tenant_id=tenant_id,
                client_id=client_id,
                client_secret=client_secret,
                secret_expires_at=secret_expires_at,
                name=name,
            )
        )
        return (await self._client.call(request, timeout, deadline)).parsed

    async def delete(
        self,
        credential_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> None:
        """Delete a Microsoft credential (irreversible): `DELETE /v2/mailboxes/microsoft/credentials/{credential_id}`.

        Deletes a saved credential. This fails as long as an active mailbox depends on the
        credential. The status of that error is not documented; 409 is expected.

        Args:
            credential_id: The saved credential, by the `credential_id` that
                `mailboxes.microsoft.credentials.list` returns.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/mailboxes/microsoft/delete-credentials/
        """
        request = delete_microsoft_credential.request(credential_id)
        return (await self._client.call(request, timeout, deadline)).parsed

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
        """Rename a Microsoft credential or replace its secret: `PATCH /v2/mailboxes/microsoft/credentials/{credential_id}`.

        Updates the fields that are sent. `client_secret` and `secret_expires_at` must be
        sent together; the tenant id and the client id cannot be changed.

        Args:
            credential_id: The saved credential, by the `credential_id` that
                `mailboxes.microsoft.credentials.list` returns.
            client_secret: Only together with `secret_expires_at`.
            secret_expires_at: When the new secret expires. Only together with
                `client_secret`.
            name: The new name.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `MicrosoftCredential`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await account.mailboxes.microsoft.credentials.update(
                9001, client_secret="another-fake-secret", secret_expires_at="2028-03-31T23:59:59Z"
            )
            ```

        https://developers.woodpecker.co/docs/mailboxes/microsoft/patch-credentials/
        """
        client_secret = to_optional_secret(
            client_secret, "client_secret"
        )  # tracebacks can show locals
        secret_expires_at = to_optional_time(secret_expires_at, "secret_expires_at")
        request = update_microsoft_credential.request(
            credential_id,
            body=MicrosoftCredentialUpdate(
                client_secret=client_secret, secret_expires_at=secret_expires_at, name=name
            ),
        )
        return (await self._client.call(request, timeout, deadline)).parsed


class RawMailboxesMicrosoftCredentials:
    """The methods of `MailboxesMicrosoftCredentials`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.list = raw(MailboxesMicrosoftCredentials, MailboxesMicrosoftCredentials.list, client)
        self.create = raw(
            MailboxesMicrosoftCredentials, MailboxesMicrosoftCredentials.create, client
        )
        self.delete = raw(
            MailboxesMicrosoftCredentials, MailboxesMicrosoftCredentials.delete, client
        )
        self.update = raw(
            MailboxesMicrosoftCredentials, MailboxesMicrosoftCredentials.update, client
        )


class AsyncRawMailboxesMicrosoftCredentials:
    """The methods of `AsyncMailboxesMicrosoftCredentials`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.create = raw_async(
            AsyncMailboxesMicrosoftCredentials, AsyncMailboxesMicrosoftCredentials.create, client
        )
        self.delete = raw_async(
            AsyncMailboxesMicrosoftCredentials, AsyncMailboxesMicrosoftCredentials.delete, client
        )
        self.update = raw_async(
            AsyncMailboxesMicrosoftCredentials, AsyncMailboxesMicrosoftCredentials.update, client
        )

    async def list(
        self, *, timeout: Timeout | Unset = UNSET, deadline: float | None | Unset = UNSET
    ) -> Response[MicrosoftCredentialList]:
        """List saved Microsoft credentials: `GET /v2/mailboxes/microsoft/credentials`."""
        request = list_microsoft_credentials.request()
        return await self._client.call(request, timeout, deadline)
