# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Create a LinkedIn account and its login link; create another login link for a
LinkedIn account."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.raw_responses import raw, raw_async
from woodpecker_runtime.types import UNSET, Timeout, Unset

from ..api.companies import create_linkedin_account, generate_linkedin_connect_link
from ..models.linkedin_account_create import LinkedinAccountCreate
from ..models.linkedin_connection import LinkedinConnection


class CompaniesLinkedinAccounts:
    """Create a LinkedIn account and its login link; create another login link for a
    LinkedIn account."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawCompaniesLinkedinAccounts:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return RawCompaniesLinkedinAccounts(self._client)

    def create(
        self,
        company_id: int,
        *,
        timezone: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create a LinkedIn account and its login link: `POST /v2/agency/companies/{company_id}/linkedin_accounts`.

        HQ key only. Creates a LinkedIn account and returns a link, valid for **48 hours**,
        through which a person logs in. Until then the link is as sensitive as a password. A
        free LinkedIn slot is required; slots are bought in the app, and the status of the
        error without a free slot is not documented. Two ways to learn that the person has
        logged in, neither of which is part of this document: the webhooks
        `linkedin_automation_account_connected` and
        `linkedin_automation_account_disconnected` (see [LinkedIn account
        connected](https://developers.woodpecker.co/docs/webhooks/linkedin-account-
        connected/)), and `session_status` in the account's own list, `GET
        /v2/linkedin_accounts` (see [get LinkedIn
        accounts](https://developers.woodpecker.co/docs/linkedin/get-linkedin-accounts/)).
        The status for a time zone that is not accepted is not documented; 400 is expected.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timezone: The account's time zone: the canonical IANA name of a place, such as
                `Europe/Lisbon`, from the list of accepted time zones on the vendor's page.
                Aliases (`UTC`, `US/Eastern`) are not on it and are assumed to be rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `LinkedinConnection`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            agency.companies.linkedin_accounts.create(880101, timezone="Europe/Lisbon")
            ```

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-connect-linkedin
        """
        request = create_linkedin_account.request(
            company_id, body=LinkedinAccountCreate(timezone=timezone)
        )
        return self._client.call(request, timeout, deadline).parsed

    def generate_connect_link(
        self,
        company_id: int,
        account_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create another login link for a LinkedIn account: `POST /v2/agency/companies/{company_id}/linkedin_accounts/{account_id}/generate-connect-link`.

        HQ key only. Creates a new login link, valid for **48 hours**, for an account that
        has not logged in yet or has to log in again. The request has no body.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            account_id: The LinkedIn account's id, as `companies.linkedin_accounts.create`
                returned it.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `LinkedinConnection`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-li-connect-link
        """
        request = generate_linkedin_connect_link.request(company_id, account_id)
        return self._client.call(request, timeout, deadline).parsed


class AsyncCompaniesLinkedinAccounts:
    """Create a LinkedIn account and its login link; create another login link for a
    LinkedIn account."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesLinkedinAccounts:
        """The same methods, returning a `Response` with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesLinkedinAccounts(self._client)

    async def create(
        self,
        company_id: int,
        *,
        timezone: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create a LinkedIn account and its login link: `POST /v2/agency/companies/{company_id}/linkedin_accounts`.

        HQ key only. Creates a LinkedIn account and returns a link, valid for **48 hours**,
        through which a person logs in. Until then the link is as sensitive as a password. A
        free LinkedIn slot is required; slots are bought in the app, and the status of the
        error without a free slot is not documented. Two ways to learn that the person has
        logged in, neither of which is part of this document: the webhooks
        `linkedin_automation_account_connected` and
        `linkedin_automation_account_disconnected` (see [LinkedIn account
        connected](https://developers.woodpecker.co/docs/webhooks/linkedin-account-
        connected/)), and `session_status` in the account's own list, `GET
        /v2/linkedin_accounts` (see [get LinkedIn
        accounts](https://developers.woodpecker.co/docs/linkedin/get-linkedin-accounts/)).
        The status for a time zone that is not accepted is not documented; 400 is expected.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            timezone: The account's time zone: the canonical IANA name of a place, such as
                `Europe/Lisbon`, from the list of accepted time zones on the vendor's page.
                Aliases (`UTC`, `US/Eastern`) are not on it and are assumed to be rejected.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `LinkedinConnection`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        Examples:
            ```python
            await agency.companies.linkedin_accounts.create(880101, timezone="Europe/Lisbon")
            ```

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-connect-linkedin
        """
        request = create_linkedin_account.request(
            company_id, body=LinkedinAccountCreate(timezone=timezone)
        )
        return (await self._client.call(request, timeout, deadline)).parsed

    async def generate_connect_link(
        self,
        company_id: int,
        account_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create another login link for a LinkedIn account: `POST /v2/agency/companies/{company_id}/linkedin_accounts/{account_id}/generate-connect-link`.

        HQ key only. Creates a new login link, valid for **48 hours**, for an account that
        has not logged in yet or has to log in again. The request has no body.

        Args:
            company_id: The client company, by the `id` that `companies.list` returns.
            account_id: The LinkedIn account's id, as `companies.linkedin_accounts.create`
                returned it.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and
                pauses included, or None for no end.

        Returns:
            `LinkedinConnection`.

        Raises:
            InvalidValue: an argument cannot be sent.
            PolicyError: refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-li-connect-link
        """
        request = generate_linkedin_connect_link.request(company_id, account_id)
        return (await self._client.call(request, timeout, deadline)).parsed


class RawCompaniesLinkedinAccounts:
    """The methods of `CompaniesLinkedinAccounts`, returning whole responses; a listing returns one page."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.create = raw(CompaniesLinkedinAccounts, CompaniesLinkedinAccounts.create, client)
        self.generate_connect_link = raw(
            CompaniesLinkedinAccounts, CompaniesLinkedinAccounts.generate_connect_link, client
        )


class AsyncRawCompaniesLinkedinAccounts:
    """The methods of `AsyncCompaniesLinkedinAccounts`, returning whole responses; a listing returns one page."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.create = raw_async(
            AsyncCompaniesLinkedinAccounts, AsyncCompaniesLinkedinAccounts.create, client
        )
        self.generate_connect_link = raw_async(
            AsyncCompaniesLinkedinAccounts,
            AsyncCompaniesLinkedinAccounts.generate_connect_link,
            client,
        )
