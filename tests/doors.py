"""The doors that have `request`: agencies and accounts, blocking and for asyncio, called in one way."""

from __future__ import annotations

import asyncio
from typing import Any

from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, Response

FORMS = ("blocking", "asyncio")
OWN = "the HQ's own account"


def request(form: str, kind: str, key: str, acts_for: Any, *args: Any, call: dict[str, Any], **settings: Any) -> Any:
    """What `request(*args, **call)` returns.

    Args:
        kind: of the key, `hq` or `client`.
        acts_for: None for the agency itself or the account of a client's key, `OWN`, or the id of a company.
        settings: of the client.
    """

    async def in_asyncio() -> Response[Any]:
        make = AsyncAgency if kind == "hq" else AsyncAccount
        async with make(key, **settings) as opened:
            response: Response[Any] = await _door(opened, acts_for).request(*args, **call)
            return response

    if form == "asyncio":
        return asyncio.run(in_asyncio())
    make = Agency if kind == "hq" else Account
    with make(key, **settings) as opened:
        return _door(opened, acts_for).request(*args, **call)


def _door(opened: Any, acts_for: Any) -> Any:
    if acts_for is None:
        return opened
    return opened.own_account if acts_for == OWN else opened.account(acts_for)
