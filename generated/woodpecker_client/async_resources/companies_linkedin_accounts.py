# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Linkedin accounts of companies."""

from __future__ import annotations

from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from ..api.companies import create_linkedin_account, generate_linkedin_connect_link
from ..models.linkedin_account_create import LinkedinAccountCreate
from ..models.linkedin_connection import LinkedinConnection


class AsyncCompaniesLinkedinAccounts:
    """Linkedin accounts of companies."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> AsyncRawCompaniesLinkedinAccounts:
        """The same methods, answering with status, headers and content beside the parsed value."""
        return AsyncRawCompaniesLinkedinAccounts(self._client)

    async def create(
        self,
        company_id: int,
        *,
        timezone: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create a LinkedIn account and its login link.

        Makes the record of a LinkedIn account and returns a link, valid for **48 hours**,
        through which a person logs in. Until then the link is as good as a password. A free
        LinkedIn slot is needed; slots are bought in the app, and the status of a refusal
        for want of one is not documented. Whether the person has logged in shows only on an
        account route that is not part of this document: `session_status` of `GET
        /v2/linkedin_accounts`, see [get LinkedIn
        accounts](https://developers.woodpecker.co/docs/linkedin/get-linkedin-accounts/).

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            timezone: The account's time zone, a canonical IANA name from the list on the
                vendor's page, such as `Europe/Lisbon`. Whether aliases are refused is not
                documented.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-connect-linkedin
        """
        return await create_linkedin_account.asyncio(
            company_id,
            client=self._client,
            body=LinkedinAccountCreate(
                timezone=timezone,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def generate_connect_link(
        self,
        company_id: int,
        account_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> LinkedinConnection:
        """Create another login link for a LinkedIn account.

        A new link, valid for **48 hours**, for an account that has not logged in yet or has
        to log in again. Takes no request body.

        Args:
            company_id: The client company, by the `id` that `listCompanies` gives it.
            account_id: The LinkedIn account's id, as `createLinkedinAccount` returned it.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None
                for no limit.
            deadline: seconds for this call in total, its turn, retries and pauses included,
                or None for no end.

        Raises:
            PolicyError: refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.

        https://developers.woodpecker.co/docs/agency-api/linkedin/POST-li-connect-link
        """
        return await generate_linkedin_connect_link.asyncio(
            company_id, account_id, client=self._client, timeout=timeout, deadline=deadline
        )


class AsyncRawCompaniesLinkedinAccounts:
    """`AsyncCompaniesLinkedinAccounts` with raw answers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        company_id: int,
        *,
        timezone: str,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[LinkedinConnection]:
        """Create a LinkedIn account and its login link."""
        return await create_linkedin_account.asyncio_detailed(
            company_id,
            client=self._client,
            body=LinkedinAccountCreate(
                timezone=timezone,
            ),
            timeout=timeout,
            deadline=deadline,
        )

    async def generate_connect_link(
        self,
        company_id: int,
        account_id: int,
        *,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[LinkedinConnection]:
        """Create another login link for a LinkedIn account."""
        return await generate_linkedin_connect_link.asyncio_detailed(
            company_id, account_id, client=self._client, timeout=timeout, deadline=deadline
        )
