# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""`Agency` and `Account`: what users hold.

Agency routes exist only on `Agency`, account routes only on `Account`, so an HQ key never acts on the
HQ's own account because a header was forgotten: that account has to be asked for by name.
"""

from __future__ import annotations

from typing import Self

import httpx
from woodpecker_auth import OWN_ACCOUNT, ClientKey, CompanyScope, HQKey, Scope

from .client import DEFAULT_BASE_URL, Client
from .connecting import connect, environment, environment_base_url, environment_company
from .resources.account import AccountRoutes
from .resources.agency import AgencyRoutes
from .types import UNSET, Timeout, Unset


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
            connect(key, None, base_url, timeout, follow_redirects, http_client, transport),
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
        api_key, scope = environment("WOODPECKER_API_KEY"), environment_company()
        key = HQKey(api_key) if scope else ClientKey(api_key)
        client = connect(key, scope, environment_base_url(), UNSET, False, None, None)
        return cls.over(client, owner=True)

    @classmethod
    def over(cls, client: Client, *, owner: bool) -> Self:
        """An account over connections that are there already; only an owner closes them."""
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
            connect(
                HQKey(api_key), None, base_url, timeout, follow_redirects, http_client, transport
            )
        )

    @classmethod
    def from_env(cls) -> Self:
        """An agency from `WOODPECKER_API_KEY` and, if it is set, `WOODPECKER_BASE_URL`.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        return cls(environment("WOODPECKER_API_KEY"), base_url=environment_base_url())

    def account(self, company_id: int) -> Account:
        """The account of one client company. It shares this agency's connections and never changes.

        Raises:
            PolicyError: `company_id` is not a positive integer of at most 64 bits.
        """
        return Account.over(self._client.scoped(CompanyScope(company_id)), owner=False)

    @property
    def own_account(self) -> Account:
        """The HQ's own account, which is not a client's."""
        return Account.over(self._client.scoped(OWN_ACCOUNT), owner=False)

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
