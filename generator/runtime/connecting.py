"""From a key and settings to a client that follows the header policy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import httpx
from attrs import frozen
from woodpecker_auth import (
    DEFAULT_DEADLINE,
    ONE_AT_A_TIME,
    AsyncPolicyTransport,
    CompanyScope,
    Key,
    Lanes,
    PolicyError,
    PolicyTransport,
    Scope,
)

from .client import DEFAULT_BASE_URL, AsyncClient, Client
from .hooks import Hooks
from .observing import Observer
from .retrying import DEFAULT_RETRIES
from .types import DEFAULT_TIMEOUT, UNSET, Timeout, Unset


def environment(name: str) -> str:
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
    if not (text.isascii() and text.isdigit()):
        raise PolicyError(
            f"WOODPECKER_COMPANY_ID should be a company's number, not {text!r}", reason="invalid_company_id"
        )
    return CompanyScope(int(text))


def _own_settings(
    http_client: httpx.Client | httpx.AsyncClient | None, transport: object, timeout: Timeout | Unset
) -> dict[str, Any]:
    """What a client of the caller's own brings along."""
    if http_client is None:
        return {"timeout": DEFAULT_TIMEOUT if timeout is UNSET else timeout}
    if transport is not None:
        raise TypeError("give http_client or transport, not both: an http_client has a transport already")
    return {
        "timeout": http_client.timeout if timeout is UNSET else timeout,
        "headers": http_client.headers,
        "cookies": http_client.cookies,
    }


@frozen
class Behaviour:
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
    base_url: str,
    behaviour: Behaviour,
    http_client: httpx.Client | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Client:
    settings = _own_settings(http_client, transport, behaviour.timeout)
    guard = PolicyTransport(key, http_client or transport, base_url=base_url, lanes=behaviour.lanes)
    return Client(base_url, scope=scope, transport=guard, **_how(behaviour), **settings)


def connect_async(
    key: Key,
    scope: Scope | None,
    base_url: str,
    behaviour: Behaviour,
    http_client: httpx.AsyncClient | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> AsyncClient:
    settings = _own_settings(http_client, transport, behaviour.timeout)
    guard = AsyncPolicyTransport(key, http_client or transport, base_url=base_url, lanes=behaviour.lanes)
    return AsyncClient(base_url, scope=scope, transport=guard, **_how(behaviour), **settings)


def _how(behaviour: Behaviour) -> dict[str, Any]:
    return {
        "deadline": behaviour.deadline,
        "max_retries": behaviour.max_retries,
        "hooks": behaviour.hooks,
        "follow_redirects": behaviour.follow_redirects,
        "observe": behaviour.observe,
    }
