"""The doors that have `request`: agencies and accounts, blocking and for asyncio, called in one way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, Response

FORMS = ("blocking", "asyncio")
Door = Callable[[Any], Any]  # from an opened client to what has `request`


def itself(opened: Any) -> Any:
    return opened


def own_account(agency: Any) -> Any:
    return agency.own_account


def account_of(company: Any) -> Door:
    return lambda agency: agency.account(company)


def request(form: str, kind: str, key: str, door: Door, *args: Any, call: dict[str, Any], **settings: Any) -> Any:
    """What `request(*args, **call)` returns.

    Args:
        kind: of the key, `hq` or `client`.
        settings: of the client.
    """

    async def in_asyncio() -> Response[Any]:
        make = AsyncAgency if kind == "hq" else AsyncAccount
        async with make(key, **settings) as opened:
            response: Response[Any] = await door(opened).request(*args, **call)
            return response

    if form == "asyncio":
        return asyncio.run(in_asyncio())
    make = Agency if kind == "hq" else Account
    with make(key, **settings) as opened:
        return door(opened).request(*args, **call)
