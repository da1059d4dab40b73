"""What type checkers say of `request`; it is checked, and never run."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_type

from woodpecker_client import UNSET, Account, Agency, AsyncAccount, AsyncAgency, Response


def accepted(agency: Agency, account: Account, pages: dict[str, int], texts: dict[str, str], day: date) -> None:
    assert_type(account.request("GET", "/v1/campaign_list", params={"status": "RUNNING", "id": [1, 2]}), Response[Any])
    agency.request("GET", "/v2/agency/companies", params=pages, timeout=5, deadline=None)
    agency.request("DELETE", "/v2/agency/x", params=texts, json={"a": [None, 1.5]}, retry="safe")
    account.request("POST", "/v2/x", params={"from": day, "to": UNSET, "all": True}, json=[1], retry="rejected-only")


async def accepted_in_asyncio(agency: AsyncAgency, account: AsyncAccount) -> None:
    assert_type(await account.request("HEAD", "/v2/x"), Response[Any])
    assert_type((await agency.request("PUT", "/v2/agency/x")).parsed, Any)


def refused(account: Account) -> None:
    account.request("get", "/v2/x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    account.request("GET", "/v2/x", params={"a": None})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    account.request("GET", "/v2/x", retry="always")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
