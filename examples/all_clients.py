"""One request for every client of an agency, in parallel and with progress, in asyncio.

    python examples/all_clients.py

runs against a mock of 200 clients. Against the live API, set WOODPECKER_API_KEY to an HQ key and call
`sent_today(AsyncAgency.from_env())`.
"""

from __future__ import annotations

import asyncio
import sys

from woodpecker_client import UNSET, AsyncAccount, AsyncAgency
from woodpecker_mock import MockServer, big_world


async def sent_today(agency: AsyncAgency) -> int:
    """The number of e-mails sent today by all clients; errors of single clients are printed."""

    async def of_one(account: AsyncAccount) -> int:
        sent = [mailbox.details.sent_today for mailbox in await account.mailboxes.list()]
        return sum(count for count in sent if count is not UNSET)

    def progress(done: int, total: int | None, failed: int) -> None:
        print(f"\r{done} of {total} clients, {failed} failed", end="", file=sys.stderr)

    total = 0
    async for outcome in agency.across_companies(of_one, on_progress=progress):
        if outcome.error is not None:
            print(f"\n{outcome.company.name}: {outcome.error}")
        else:
            total += outcome.result or 0
    return total


async def main() -> None:
    with MockServer(big_world(200)) as mock:
        key = mock.world.agencies[0].keys[0].value
        async with AsyncAgency(key, base_url=mock.base_url) as agency:
            print(f"\n{await sent_today(agency)} mails sent today")


if __name__ == "__main__":
    asyncio.run(main())
