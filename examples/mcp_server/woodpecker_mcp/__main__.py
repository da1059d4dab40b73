"""Serve the Woodpecker.co API to a language model, over stdin and stdout.

The HQ key is read from WOODPECKER_API_KEY.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Set
from pathlib import Path

from woodpecker_auth import DEFAULT_BASE_URL, DEFAULT_DEADLINE, OWN_ACCOUNT, CompanyScope, HQKey, Scope, WoodpeckerError

from .answers import SecretsFile
from .contract import SECRET, WRITES, Contract
from .server import woodpecker_server


def main() -> int:
    effects = sorted(set[str]().union(*(operation.effects for operation in Contract().operations)) - {SECRET})
    parser = argparse.ArgumentParser(prog="woodpecker-mcp", description=__doc__)
    named = parser.add_mutually_exclusive_group()
    named.add_argument(
        "--company", metavar="ID", help="the company that account tools act for (default: WOODPECKER_COMPANY)"
    )
    named.add_argument("--own-account", action="store_true", help="they act for the HQ's own account")
    parser.add_argument("--allow-writes", action="store_true", help="tools that change something, too")
    parser.add_argument(
        "--allow", metavar="EFFECT", action="append", default=[], choices=effects, help=f"one of {', '.join(effects)}"
    )
    parser.add_argument(
        "--secrets-file", metavar="FILE", type=Path, help="tools whose responses contain secrets, which go to this file"
    )
    parser.add_argument("--deadline", metavar="SECONDS", type=float, default=DEFAULT_DEADLINE, help="of a whole call")
    given = parser.parse_args()
    permitted = {*given.allow, WRITES} if given.allow_writes else set(given.allow)
    try:
        account = _account(given.company, given.own_account)
        asyncio.run(serve(account, permitted, given.secrets_file, given.deadline))
    except WoodpeckerError as error:
        parser.error(str(error))
    return 0


def _account(company: str | None, own: bool) -> Scope | None:
    """The account to act for.

    Raises:
        PolicyError: the company is not an id.
    """
    if own:
        return OWN_ACCOUNT
    company = company or os.environ.get("WOODPECKER_COMPANY")
    return CompanyScope.from_header(company) if company else None


async def serve(account: Scope | None, permitted: Set[str], secrets_file: Path | None, deadline: float) -> None:
    """
    Raises:
        WoodpeckerError: the key, the base URL or the file is invalid.
    """
    key = HQKey(os.environ.get("WOODPECKER_API_KEY", ""))
    base_url = os.environ.get("WOODPECKER_BASE_URL", DEFAULT_BASE_URL)
    secrets = SecretsFile(secrets_file) if secrets_file else None
    async with woodpecker_server(
        key, account, base_url=base_url, permitted=permitted, secrets=secrets, deadline=deadline
    ) as server:
        # Without its banner, which looks for a newer release of it on the network.
        await server.run_async("stdio", show_banner=False)


if __name__ == "__main__":
    sys.exit(main())
