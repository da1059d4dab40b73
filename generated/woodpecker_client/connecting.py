# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""From a key and settings to a client that follows the header policy."""

from __future__ import annotations

import os
from typing import Any

import httpx
from woodpecker_auth import (
    AsyncPolicyTransport,
    CompanyScope,
    Key,
    PolicyError,
    PolicyTransport,
    Scope,
)

from .client import DEFAULT_BASE_URL, AsyncClient, Client
from .types import DEFAULT_TIMEOUT, UNSET, Timeout, Unset


def environment(name: str) -> str:
    """A variable that must be set.

    Raises:
        PolicyError: it is not.
    """
    try:
        return os.environ[name]
    except KeyError:
        raise PolicyError(
            f"the environment variable {name} is not set", reason="invalid_key"
        ) from None


def environment_base_url() -> str:
    return os.environ.get("WOODPECKER_BASE_URL", DEFAULT_BASE_URL)


def environment_company() -> CompanyScope | None:
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


def connect(
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


def connect_async(
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
