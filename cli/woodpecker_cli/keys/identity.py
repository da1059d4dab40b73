"""Which kind of key it is, and whose: found out with two reads."""

from __future__ import annotations

from typing import NamedTuple

from woodpecker_auth import Secret
from woodpecker_client import Account, Agency
from woodpecker_runtime.errors import Forbidden

from .profiles import Kind


class Identity(NamedTuple):
    """What the API says of a key.

    Attributes:
        kind: `hq` if it opens the agency routes. An HQ key of a user who is no admin does not, and counts as a
            client's.
        companies: client companies of the agency; None with a client's key.
    """

    kind: Kind
    account: str
    account_id: int
    user: str
    email: str
    companies: int | None

    @property
    def whose(self) -> str:
        """The key in words: its kind, account and user."""
        kind = "the HQ key" if self.kind == "hq" else "a client's key"
        return f"{kind} of {self.account or f'account {self.account_id}'}{f' ({self.user})' if self.user else ''}"


def identify(key: Secret, base_url: str) -> Identity:
    """
    Raises:
        PolicyError: the key or the base URL cannot be used.
        TransportError: no response arrived.
        ApiError: the key is wrong, or the API failed.
    """
    # Without a company, each kind of key opens its own account.
    with Account(key, base_url=base_url) as account:
        me = account.me()
    texts = (str(value or "") for value in (me.firm_name, me.user_name, me.user_email))
    account_name, user, email = texts
    companies: int | None = None
    kind: Kind = "hq"
    try:
        with Agency(key, base_url=base_url) as agency:
            listing = agency.companies.list()
            next(iter(listing), None)
            companies = listing.total
    except Forbidden:
        kind = "client"
    return Identity(kind, account_name, me.firm_id, user, email, companies)
