"""What type checkers say of work for all companies; it is checked, and never run."""

from __future__ import annotations

from typing import assert_type

from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, Outcome
from woodpecker_client.models import Mailbox, Me


async def awaited(account: AsyncAccount) -> int:
    return len(await account.mailboxes.list())


async def never_awaited(account: Account) -> int:
    return len(account.mailboxes.list())


def named(account: Account) -> Me:
    return account.me()


def nothing(account: Account) -> None:
    account.me()


def blocking(agency: Agency) -> None:
    for outcome in agency.across_companies(lambda account: account.mailboxes.list()):
        assert_type(outcome, Outcome[list[Mailbox]])
    assert_type([outcome.unwrap() for outcome in agency.across_companies(named)], list[Me])
    assert_type(next(agency.across_companies(nothing)), Outcome[None])
    outcomes = agency.across_companies(never_awaited)
    list(outcomes)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


async def in_asyncio(agency: AsyncAgency) -> None:
    async for outcome in agency.across_companies(awaited):
        assert_type(outcome, Outcome[int])
    async for me in agency.across_companies(lambda account: account.me()):
        assert_type(me, Outcome[Me])
    agency.across_companies(named)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
