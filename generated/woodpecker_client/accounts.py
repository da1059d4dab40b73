"""`Agency`, `Account` and their async twins: what users hold.

Agency routes exist only on `Agency`, account routes only on `Account`, so an HQ key never acts on the HQ's own
account because a header was forgotten: that account has to be asked for by name.
"""

from __future__ import annotations

import os
from typing import Any, Self

import httpx
from woodpecker_auth import (
    OWN_ACCOUNT,
    AsyncPolicyTransport,
    ClientKey,
    CompanyScope,
    HQKey,
    Key,
    PolicyError,
    PolicyTransport,
    Scope,
)

from .async_resources.account import AsyncAccountRoutes
from .async_resources.agency import AsyncAgencyRoutes
from .client import DEFAULT_BASE_URL, AsyncClient, Client
from .resources.account import AccountRoutes
from .resources.agency import AgencyRoutes
from .types import DEFAULT_TIMEOUT, UNSET, Timeout, Unset


def _environment(name: str) -> str:
    try:
        return os.environ[name]
    except KeyError:
        raise PolicyError(
            f"the environment variable {name} is not set", reason="invalid_key"
        ) from None


def _environment_base_url() -> str:
    return os.environ.get("WOODPECKER_BASE_URL", DEFAULT_BASE_URL)


def _environment_company() -> CompanyScope | None:
    text = os.environ.get("WOODPECKER_COMPANY_ID")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()):
        raise PolicyError(
            f"WOODPECKER_COMPANY_ID should be a company's number, not {text!r}",
            reason="invalid_company_id",
        )
    return CompanyScope(int(text))


def _own_settings(
    http_client: httpx.Client | httpx.AsyncClient | None,
    transport: object,
    timeout: Timeout | Unset,
) -> dict[str, Any]:
    """What a client of the caller's own brings along."""
    if http_client is None:
        return {"timeout": DEFAULT_TIMEOUT if timeout is UNSET else timeout}
    if transport is not None:
        raise TypeError(
            "give http_client or transport, not both: an http_client has a transport already"
        )
    return {
        "timeout": http_client.timeout if timeout is UNSET else timeout,
        "headers": http_client.headers,
        "cookies": http_client.cookies,
    }


def _connect(
    key: Key,
    scope: Scope | None,
    base_url: str,
    timeout: Timeout | Unset,
    follow_redirects: bool,
    http_client: httpx.Client | None,
    transport: httpx.BaseTransport | None,
) -> Client:
    settings = _own_settings(http_client, transport, timeout)
    guard = PolicyTransport(key, http_client or transport, base_url=base_url)
    return Client(
        base_url, scope=scope, follow_redirects=follow_redirects, transport=guard, **settings
    )


def _connect_async(
    key: Key,
    scope: Scope | None,
    base_url: str,
    timeout: Timeout | Unset,
    follow_redirects: bool,
    http_client: httpx.AsyncClient | None,
    transport: httpx.AsyncBaseTransport | None,
) -> AsyncClient:
    settings = _own_settings(http_client, transport, timeout)
    guard = AsyncPolicyTransport(key, http_client or transport, base_url=base_url)
    return AsyncClient(
        base_url, scope=scope, follow_redirects=follow_redirects, transport=guard, **settings
    )


class Account(AccountRoutes):
    """One account: a client's own (with its key), or one that an agency acts for (`agency.account(id)`).

    Args:
        api_key: a key made in the client's account.
        base_url: where the API is.
        timeout: seconds for a call, an `httpx.Timeout`, or None for no limit.
        follow_redirects: whether redirects are followed; the key never leaves the configured origin either way.
        http_client: an httpx client of your own to send through; it is not closed with the account.
        transport: an httpx transport of your own to send through.

    Raises:
        PolicyError: the key or the base URL cannot be used.

    https://developers.woodpecker.co/docs/agency-api/authentication-agency
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        timeout: Timeout | Unset = UNSET,
        follow_redirects: bool = False,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        key = ClientKey(api_key)
        self._hold(
            _connect(key, None, base_url, timeout, follow_redirects, http_client, transport),
            owner=True,
        )

    @classmethod
    def from_env(cls) -> Self:
        """An account from `WOODPECKER_API_KEY` and, if it is set, `WOODPECKER_BASE_URL`.

        With `WOODPECKER_COMPANY_ID` the key is an agency's HQ key and the account is that company's; without it,
        the key is the account's own.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        api_key, scope = _environment("WOODPECKER_API_KEY"), _environment_company()
        key = HQKey(api_key) if scope else ClientKey(api_key)
        client = _connect(key, scope, _environment_base_url(), UNSET, False, None, None)
        return cls._over(client, owner=True)

    @classmethod
    def _over(cls, client: Client, *, owner: bool) -> Self:
        account = object.__new__(cls)
        account._hold(client, owner=owner)
        return account

    def _hold(self, client: Client, *, owner: bool) -> None:
        super().__init__(client)
        self._owner = owner

    @property
    def scope(self) -> Scope | None:
        """The account this object acts for; None for the account of a client's own key."""
        return self._client.scope

    def close(self) -> None:
        """Close the connections; an account that came from an agency leaves the agency's open."""
        if self._owner:
            self._client.close()

    def __enter__(self) -> Self:
        if self._owner:
            self._client.__enter__()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


class Agency(AgencyRoutes):
    """An agency: its client companies and everything that is done for all of them.

    Args:
        api_key: a key made in the agency's main account (HQ).
        base_url: where the API is.
        timeout: seconds for a call, an `httpx.Timeout`, or None for no limit.
        follow_redirects: whether redirects are followed; the key never leaves the configured origin either way.
        http_client: an httpx client of your own to send through; it is not closed with the agency.
        transport: an httpx transport of your own to send through.

    Raises:
        PolicyError: the key or the base URL cannot be used.

    https://developers.woodpecker.co/docs/agency-api/authentication-agency
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        timeout: Timeout | Unset = UNSET,
        follow_redirects: bool = False,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            _connect(
                HQKey(api_key), None, base_url, timeout, follow_redirects, http_client, transport
            )
        )

    @classmethod
    def from_env(cls) -> Self:
        """An agency from `WOODPECKER_API_KEY` and, if it is set, `WOODPECKER_BASE_URL`.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        return cls(_environment("WOODPECKER_API_KEY"), base_url=_environment_base_url())

    def account(self, company_id: int) -> Account:
        """The account of one client company. It shares this agency's connections and never changes.

        Raises:
            PolicyError: `company_id` is not a positive integer of at most 64 bits.
        """
        return Account._over(self._client.scoped(CompanyScope(company_id)), owner=False)

    @property
    def own_account(self) -> Account:
        """The HQ's own account, which is not a client's."""
        return Account._over(self._client.scoped(OWN_ACCOUNT), owner=False)

    def close(self) -> None:
        """Close the connections, those of the accounts that came from here included."""
        self._client.close()

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


class AsyncAccount(AsyncAccountRoutes):
    """`Account` for asyncio.

    Raises:
        PolicyError: the key or the base URL cannot be used.
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        timeout: Timeout | Unset = UNSET,
        follow_redirects: bool = False,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        key = ClientKey(api_key)
        client = _connect_async(
            key, None, base_url, timeout, follow_redirects, http_client, transport
        )
        self._hold(client, owner=True)

    @classmethod
    def from_env(cls) -> Self:
        """As `Account.from_env`.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        api_key, scope = _environment("WOODPECKER_API_KEY"), _environment_company()
        key = HQKey(api_key) if scope else ClientKey(api_key)
        client = _connect_async(key, scope, _environment_base_url(), UNSET, False, None, None)
        return cls._over(client, owner=True)

    @classmethod
    def _over(cls, client: AsyncClient, *, owner: bool) -> Self:
        account = object.__new__(cls)
        account._hold(client, owner=owner)
        return account

    def _hold(self, client: AsyncClient, *, owner: bool) -> None:
        super().__init__(client)
        self._owner = owner

    @property
    def scope(self) -> Scope | None:
        """The account this object acts for; None for the account of a client's own key."""
        return self._client.scope

    async def aclose(self) -> None:
        """Close the connections; an account that came from an agency leaves the agency's open."""
        if self._owner:
            await self._client.aclose()

    async def __aenter__(self) -> Self:
        if self._owner:
            await self._client.__aenter__()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


class AsyncAgency(AsyncAgencyRoutes):
    """`Agency` for asyncio.

    Raises:
        PolicyError: the key or the base URL cannot be used.
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        timeout: Timeout | Unset = UNSET,
        follow_redirects: bool = False,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(
            _connect_async(
                HQKey(api_key), None, base_url, timeout, follow_redirects, http_client, transport
            )
        )

    @classmethod
    def from_env(cls) -> Self:
        """As `Agency.from_env`.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        return cls(_environment("WOODPECKER_API_KEY"), base_url=_environment_base_url())

    def account(self, company_id: int) -> AsyncAccount:
        """The account of one client company. It shares this agency's connections and never changes.

        Raises:
            PolicyError: `company_id` is not a positive integer of at most 64 bits.
        """
        return AsyncAccount._over(self._client.scoped(CompanyScope(company_id)), owner=False)

    @property
    def own_account(self) -> AsyncAccount:
        """The HQ's own account, which is not a client's."""
        return AsyncAccount._over(self._client.scoped(OWN_ACCOUNT), owner=False)

    async def aclose(self) -> None:
        """Close the connections, those of the accounts that came from here included."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"
