"""The settings of a run, from the environment and the options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from woodpecker_auth import DEFAULT_BASE_URL, BaseUrl, ClientKey, CompanyScope, HQKey, Key, PolicyError

KEY, BASE_URL, COMPANY = "WOODPECKER_API_KEY", "WOODPECKER_BASE_URL", "WOODPECKER_TEST_COMPANY_ID"
UNSET = f"""\
Nothing was sent: {KEY} is not set.
Set it to a real account's key to compare its responses with the spec; docs/explanation/fuzzing.md says what is sent."""


@dataclass(frozen=True)
class Settings:
    """A run's settings.

    Attributes:
        company: the test company to ask account routes for; None for the key's own account.
        budget: requests.
        pause: seconds before a request is retried that the account was too busy for.
        seed: the same one makes the same queries.
        report: where to write to.
    """

    key: Key
    base_url: str
    company: CompanyScope | None
    budget: int
    pause: float
    seed: int
    report: Path

    @property
    def families(self) -> frozenset[str]:
        """The route families that the key can be used on."""
        return frozenset({"account"} if isinstance(self.key, ClientKey) else {"agency", "account"})

    @property
    def account(self) -> str:
        """Whose account is read, in words."""
        if isinstance(self.key, ClientKey):
            return "Called with a client key."
        whose = "the agency's own account" if self.company is None else "a test company"
        return f"Called with an HQ key; account routes for {whose}."


def read(words: Sequence[str] | None = None) -> Settings | None:
    """The settings; None if there is no key.

    Raises:
        SystemExit: they are wrong, which has been printed, or help was asked for.
    """
    parser = _parser()
    given = parser.parse_args(words)
    # An empty text is what a CI service makes of a secret that is not there.
    if not os.environ.get(KEY):
        return None
    if not given.report.parent.is_dir():
        parser.error(f"--report: there is no folder {given.report.parent}")
    try:
        company = None if given.company is None else CompanyScope.from_header(given.company)
        if given.client_key and company is not None:
            parser.error("--client-key and a test company exclude each other: a client key acts for its own account")
        key = (ClientKey if given.client_key else HQKey)(os.environ[KEY])
        base_url = str(BaseUrl(os.environ.get(BASE_URL) or DEFAULT_BASE_URL)).rstrip("/")
    except PolicyError as wrong:
        parser.error(str(wrong))
    return Settings(key, base_url, company, given.budget, given.pause, given.seed, given.report)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m tests.fuzz.live",
        description="Compare the responses of a real account with the spec. Reads only. "
        f"The key is taken from {KEY}, and the address from {BASE_URL} if that is set.",
        allow_abbrev=False,
    )
    add, shown = parser.add_argument, "(default: %(default)s)"
    company = f"ask account routes for this test company of the agency (default: {COMPANY}, else the own account)"
    add("--company", metavar="ID", default=os.environ.get(COMPANY) or None, help=company)
    add("--client-key", action="store_true", help=f"{KEY} is the key of one client account, not an agency's HQ key")
    add("--budget", type=_requests, metavar="N", default=200, help=f"requests at most {shown}")
    # The vendor's queue keeps a request for up to 15 seconds.
    add("--pause", type=_seconds, metavar="SECONDS", default=20.0, help=f"before a request is retried {shown}")
    add("--seed", type=int, metavar="N", default=20250305, help=f"the same one makes the same queries {shown}")
    add("--report", type=Path, metavar="PATH", default=Path("fuzz-live-report.md"), help=f"where to write {shown}")
    return parser


def _requests(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 6 and int(text)):
        raise argparse.ArgumentTypeError(f"must be a number from 1 to 99999, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 3600:
        raise argparse.ArgumentTypeError(f"must be seconds, 0 to 3600, not {text!r}")
    return seconds
