# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""`AsyncAgency` and `AsyncAccount`: what users hold.

Agency routes exist only on `AsyncAgency`, account routes only on `AsyncAccount`, so an HQ key never acts on the
HQ's own account because a header was forgotten: that account has to be asked for by name.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Self, TypeVar

import httpx
from woodpecker_auth import (
    DEFAULT_BASE_URL,
    DEFAULT_DEADLINE,
    ONE_AT_A_TIME,
    OWN_ACCOUNT,
    BaseUrl,
    ClientKey,
    CompanyScope,
    HQKey,
    Lanes,
    Scope,
)
from woodpecker_auth.client_transport import AnyClient
from woodpecker_runtime.any_route import Method, QueryValue, Retry, any_request
from woodpecker_runtime.client import AsyncClient
from woodpecker_runtime.drift.observer import Observer
from woodpecker_runtime.fan_out import DEFAULT_CONCURRENCY, OnProgress, Plan, check_function
from woodpecker_runtime.fan_out_tasks import fan_out_async
from woodpecker_runtime.hooks import Hooks
from woodpecker_runtime.options import (
    ClientOptions,
    connect_async,
    environment_base_url,
    environment_company,
    required_environment,
)
from woodpecker_runtime.retries import DEFAULT_RETRIES
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset

from .outcome import Outcome
from .resources.account import AsyncAccountRoutes
from .resources.agency import AsyncAgencyRoutes

T = TypeVar("T")


class AsyncAccount(AsyncAccountRoutes):
    """One account for asyncio: a client's own (with its key), or one that an agency acts for (`agency.account(id)`).

    Args:
        api_key: a key made in the client's account.
        base_url: where the API is.
        company_id: the id that the agency knows the account by, if it is known. It is never sent; with it, requests
            with this key wait in the same lane as the agency's requests for this company.
        timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
        deadline: seconds for a call in total, the wait in the lane, retries and pauses included, or None for no end.
        max_retries: retries after failures that a retry may mend; a rejection for too many requests (429) is retried
            until the deadline. 0 switches both off.
        lanes: how many requests for one account run at once: one, in the whole process, by default. Otherwise
            `LocalLanes(depth=2)`, or `woodpecker_auth.redis_lanes.RedisLanes` for several processes.
        hooks: called around each request.
        observe: compares each response with the spec; `observer.report()` says what differs.
        follow_redirects: whether redirects are followed; the key never leaves the configured origin either way.
        http_client: an `httpx.AsyncClient` or `httpx2.AsyncClient` of your own to send through; it is not closed with the account.
        transport: an httpx transport of your own to send through.

    Raises:
        PolicyError: the key or the base URL cannot be used.
        InvalidValue: another setting cannot.

    https://developers.woodpecker.co/docs/agency-api/authentication-agency
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        company_id: int | None = None,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_RETRIES,
        lanes: Lanes = ONE_AT_A_TIME,
        hooks: Sequence[Hooks] = (),
        observe: Observer | None = None,
        follow_redirects: bool = False,
        http_client: AnyClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        options = ClientOptions(
            timeout, deadline, max_retries, lanes, hooks, follow_redirects, observe
        )
        try:
            key, where = ClientKey(api_key, company_id=company_id), BaseUrl(base_url)
        finally:
            del api_key, base_url  # tracebacks can show locals
        self._hold(connect_async(key, None, where, options, http_client, transport), owner=True)

    @classmethod
    def from_env(cls) -> Self:
        """An account from `WOODPECKER_API_KEY` and, if it is set, `WOODPECKER_BASE_URL`.

        With `WOODPECKER_COMPANY_ID` the key is an agency's HQ key and the account is that company's; without it,
        the key is the account's own.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        scope = environment_company()
        key = (
            HQKey(required_environment("WOODPECKER_API_KEY"))
            if scope
            else ClientKey(required_environment("WOODPECKER_API_KEY"))
        )
        client = connect_async(key, scope, BaseUrl(environment_base_url()), ClientOptions())
        return cls.over(client, owner=True)

    @classmethod
    def over(cls, client: AsyncClient, *, owner: bool) -> Self:
        """An account over connections that are there already; only an owner closes them."""
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

    async def request(
        self,
        method: Method,
        path: str,
        *,
        params: Mapping[str, QueryValue] | None = None,
        json: Any = None,
        retry: Retry | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[Any]:
        """Send a request to any account route: `await account.request("GET", "/v1/campaign_list")`.

        Policy, lanes, deadlines, retries, redaction, hooks and errors are those of the other methods. What the spec
        would say of the route is missing: types, whether a call costs or cannot be undone, and how to find out whether
        one ran whose response was lost.

        Args:
            method: GET, HEAD, POST, PUT, PATCH or DELETE.
            path: the path below the base URL, as it is sent: no query, and % escapes for what is not plain
                (`urllib.parse.quote(text, safe="")` for a segment).
            params: the query parameters: text, numbers, booleans, dates, or lists of them, which are repeated.
            json: the JSON body; None for none. Passwords and keys as `woodpecker_auth.Secret` are never shown.
            retry: `"safe"` allows to send it again after any failure, `"rejected-only"` only if it certainly did not
                run. `"safe"` for GET and HEAD by default, `"rejected-only"` otherwise.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and pauses included, or None for
                no end.

        Returns:
            The response. `parsed` is its JSON; None without a body, or with one that is not JSON. `content` has the
            bytes.

        Raises:
            InvalidValue: an argument cannot be sent as what it is.
            PolicyError: refused before anything was sent, because it is no account route, or because of its path.
            TransportError: no response arrived.
            ApiError: the response is not a success, or says that it is JSON and is not.
        """
        return await self._client.call(
            any_request(method, path, params, json, retry), timeout, deadline
        )

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
        # A debugger may look before it is complete.
        return f"{type(self).__name__}({getattr(self, '_client', None)!r})"


class AsyncAgency(AsyncAgencyRoutes):
    """An agency for asyncio: its client companies and everything that is done for all of them.

    Args:
        api_key: a key made in the agency's main account (HQ).
        base_url: where the API is.
        timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
        deadline: seconds for a call in total, the wait in the lane, retries and pauses included, or None for no end.
        max_retries: retries after failures that a retry may mend; a rejection for too many requests (429) is retried
            until the deadline. 0 switches both off.
        lanes: how many requests for one account run at once: one, in the whole process, by default. Otherwise
            `LocalLanes(depth=2)`, or `woodpecker_auth.redis_lanes.RedisLanes` for several processes.
        hooks: called around each request.
        observe: compares each response with the spec; `observer.report()` says what differs.
        follow_redirects: whether redirects are followed; the key never leaves the configured origin either way.
        http_client: an `httpx.AsyncClient` or `httpx2.AsyncClient` of your own to send through; it is not closed with the agency.
        transport: an httpx transport of your own to send through.

    Raises:
        PolicyError: the key or the base URL cannot be used.
        InvalidValue: another setting cannot.

    https://developers.woodpecker.co/docs/agency-api/authentication-agency
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = DEFAULT_BASE_URL,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_RETRIES,
        lanes: Lanes = ONE_AT_A_TIME,
        hooks: Sequence[Hooks] = (),
        observe: Observer | None = None,
        follow_redirects: bool = False,
        http_client: AnyClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        options = ClientOptions(
            timeout, deadline, max_retries, lanes, hooks, follow_redirects, observe
        )
        try:
            key, where = HQKey(api_key), BaseUrl(base_url)
        finally:
            del api_key, base_url  # tracebacks can show locals
        super().__init__(connect_async(key, None, where, options, http_client, transport))

    @classmethod
    def from_env(cls) -> Self:
        """An agency from `WOODPECKER_API_KEY` and, if it is set, `WOODPECKER_BASE_URL`.

        Raises:
            PolicyError: a variable is missing or cannot be used.
        """
        return cls(required_environment("WOODPECKER_API_KEY"), base_url=environment_base_url())

    def account(self, company_id: int) -> AsyncAccount:
        """The account of one client company. It shares this agency's connections and never changes.

        Raises:
            PolicyError: `company_id` is not a positive integer of at most 64 bits.
        """
        try:
            scope = CompanyScope(company_id)
        finally:
            del company_id  # It may be a key in the wrong argument.
        return AsyncAccount.over(self._client.scoped(scope), owner=False)

    @property
    def own_account(self) -> AsyncAccount:
        """The HQ's own account, which is not a client's."""
        return AsyncAccount.over(self._client.scoped(OWN_ACCOUNT), owner=False)

    async def request(
        self,
        method: Method,
        path: str,
        *,
        params: Mapping[str, QueryValue] | None = None,
        json: Any = None,
        retry: Retry | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[Any]:
        """Send a request to any agency route: `await agency.request("GET", "/v2/agency/companies")`.

        Policy, lanes, deadlines, retries, redaction, hooks and errors are those of the other methods. What the spec
        would say of the route is missing: types, whether a call costs or cannot be undone, and how to find out whether
        one ran whose response was lost.

        Args:
            method: GET, HEAD, POST, PUT, PATCH or DELETE.
            path: the path below the base URL, as it is sent: no query, and % escapes for what is not plain
                (`urllib.parse.quote(text, safe="")` for a segment).
            params: the query parameters: text, numbers, booleans, dates, or lists of them, which are repeated.
            json: the JSON body; None for none. Passwords and keys as `woodpecker_auth.Secret` are never shown.
            retry: `"safe"` allows to send it again after any failure, `"rejected-only"` only if it certainly did not
                run. `"safe"` for GET and HEAD by default, `"rejected-only"` otherwise.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
            deadline: seconds for this call in total, the wait in the lane, retries and pauses included, or None for
                no end.

        Returns:
            The response. `parsed` is its JSON; None without a body, or with one that is not JSON. `content` has the
            bytes.

        Raises:
            InvalidValue: an argument cannot be sent as what it is.
            PolicyError: refused before anything was sent, because it is no agency route, or because of its path.
            TransportError: no response arrived.
            ApiError: the response is not a success, or says that it is JSON and is not.
        """
        return await self._client.call(
            any_request(method, path, params, json, retry), timeout, deadline
        )

    def across_companies(
        self,
        work: Callable[[AsyncAccount], Awaitable[T]],
        *,
        active: bool | None = True,
        concurrency: int = DEFAULT_CONCURRENCY,
        on_progress: OnProgress | None = None,
    ) -> AsyncGenerator[Outcome[T], None]:
        """Do `work` for every client company and get one outcome each, as they complete.

        Companies are processed in parallel, in tasks, while they are still being listed. What `work` raises
        is in its outcome and stops nothing; only a KeyboardInterrupt ends the iteration. A listing that fails ends it
        with its error, after the outcomes of what was found before. Context variables are as they are
        when the iteration begins. Leaving the iteration cancels what runs; nothing new begins.

        Args:
            work: an `async def`, or a function that returns something to await; gets the account of one company.
            active: True processes active companies and reports the inactive ones with `CompanyInactive`,
                without a request for them; False processes the inactive ones only, None all.
            concurrency: companies in progress at once.
            on_progress: called with the numbers of outcomes so far, of companies in all (None until it is
                known), and of errors so far.

        Raises:
            InvalidValue: `concurrency` is not a positive integer, or an argument is not
                what it should be.

        https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
        """
        check_function("work", work, is_awaited=True)
        plan = Plan(active, concurrency, on_progress)
        companies = self.companies.list(active=False if active is False else UNSET)
        return fan_out_async(
            companies, lambda company: work(self.account(company.id)), plan, Outcome
        )

    async def aclose(self) -> None:
        """Close the connections, those of the accounts that came from here included."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # A debugger may look before it is complete.
        return f"{type(self).__name__}({getattr(self, '_client', None)!r})"
