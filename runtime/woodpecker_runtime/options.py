"""From a key and settings to a client that follows the header policy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import httpx
from woodpecker_auth import (
    DEFAULT_BASE_URL,
    DEFAULT_DEADLINE,
    ONE_AT_A_TIME,
    AsyncPolicyTransport,
    BaseUrl,
    CompanyScope,
    Key,
    Lanes,
    PolicyError,
    PolicyTransport,
    Scope,
)
from woodpecker_auth.client_transport import AnyClient, library_of
from woodpecker_auth.version import USER_AGENT

from .client import AsyncClient, Client
from .drift.observer import Observer
from .errors import InvalidValue
from .hooks import Hooks
from .retries import DEFAULT_RETRIES
from .types import DEFAULT_TIMEOUT, UNSET, Timeout, Unset


def required_environment(name: str) -> str:
    """A variable that must be set.

    Raises:
        PolicyError: it is not.
    """
    try:
        return os.environ[name]
    except KeyError:
        raise PolicyError(f"the environment variable {name} is not set", reason="invalid_key") from None


def environment_base_url() -> str:
    return os.environ.get("WOODPECKER_BASE_URL", DEFAULT_BASE_URL)


def environment_company() -> CompanyScope | None:
    text = os.environ.get("WOODPECKER_COMPANY_ID")
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) < 20:
        return CompanyScope(int(text))
    del text  # It may be a key in the wrong variable, and tracebacks can show locals.
    raise PolicyError("WOODPECKER_COMPANY_ID is not a company's number", reason="invalid_company_id")


class ClientOptions(NamedTuple):
    """How calls are made, the same for both forms of the client; each field is a parameter of the same name there."""

    timeout: Timeout | Unset = UNSET
    deadline: float | None = DEFAULT_DEADLINE
    max_retries: int = DEFAULT_RETRIES
    lanes: Lanes = ONE_AT_A_TIME
    hooks: Sequence[Hooks] = ()
    follow_redirects: bool = False
    observe: Observer | None = None


def connect(
    key: Key,
    scope: Scope | None,
    base_url: BaseUrl,
    options: ClientOptions,
    http_client: AnyClient | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Client:
    """A blocking client.

    Raises:
        InvalidValue: a setting cannot be used.
    """
    settings = _settings(options, http_client, "Client", transport, httpx.BaseTransport)
    policy_transport = PolicyTransport(key, http_client or transport, base_url=base_url, lanes=options.lanes)
    return Client(str(base_url), scope=scope, transport=policy_transport, **settings)


def connect_async(
    key: Key,
    scope: Scope | None,
    base_url: BaseUrl,
    options: ClientOptions,
    http_client: AnyClient | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> AsyncClient:
    """A client for asyncio.

    Raises:
        InvalidValue: a setting cannot be used.
    """
    settings = _settings(options, http_client, "AsyncClient", transport, httpx.AsyncBaseTransport)
    policy_transport = AsyncPolicyTransport(key, http_client or transport, base_url=base_url, lanes=options.lanes)
    return AsyncClient(str(base_url), scope=scope, transport=policy_transport, **settings)


def _settings(
    options: ClientOptions, http_client: AnyClient | None, kind: str, transport: object, transport_type: type[object]
) -> dict[str, Any]:
    """What the low-level client gets: the options, and what a client of the caller's own brings along."""
    if transport is not None and not isinstance(transport, transport_type):
        raise InvalidValue(f"transport is an httpx.{transport_type.__name__}, not {type(transport).__name__}")
    if type(options.follow_redirects) is not bool:
        raise InvalidValue(f"follow_redirects is a bool, not {type(options.follow_redirects).__name__}")
    settings: dict[str, Any] = {
        "deadline": options.deadline,
        "max_retries": options.max_retries,
        "hooks": options.hooks,
        "follow_redirects": options.follow_redirects,
        "observe": options.observe,
        "timeout": DEFAULT_TIMEOUT if options.timeout is UNSET else options.timeout,
        "headers": httpx.Headers({"user-agent": USER_AGENT}),
    }
    if http_client is None:
        return settings
    library_of(http_client, kind)
    if transport is not None:
        raise InvalidValue("give http_client or transport, not both: an http_client has a transport already")
    headers = httpx.Headers(http_client.headers.raw)
    if headers.get("user-agent", "").startswith("python-httpx"):  # it has not been given one of its own
        headers.update(settings["headers"])
    settings |= {"headers": headers, "cookies": httpx.Cookies(http_client.cookies.jar)}
    if options.timeout is UNSET:
        settings["timeout"] = httpx.Timeout(**http_client.timeout.as_dict())
    return settings
