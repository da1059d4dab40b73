"""What the traffic knows of the mock's world: who may call, and ids that exist."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any

from .draw import Draw

Json = dict[str, Any]
_LEARNED = ("batch_id", "credential_id", "account_id")


@dataclass(frozen=True)
class Sender:
    """Who sends: the headers for that, the account they act for, and a company that the path may name."""

    headers: tuple[tuple[str, str], ...]
    account: int
    company: int


class Known:
    """Begins with a snapshot of the world and learns from responses."""

    def __init__(self, snapshot: Json) -> None:
        self.healthy = [agency for agency in snapshot["agencies"] if agency["access"] == "full"]
        self.without_access = [agency for agency in snapshot["agencies"] if agency["access"] != "full"]
        # Old ones fall out: most of what traffic asks for is to be new.
        self._ids: defaultdict[tuple[int, str], deque[int]] = defaultdict(lambda: deque(maxlen=20))
        for agency in self.healthy:
            for account in (agency, *agency["companies"]):
                self._begin(account)

    def _begin(self, account: Json) -> None:
        held = {"id": account["mailboxes"], "credential_id": account["credentials"]}
        for name, things in held.items():
            self._ids[account["id"], name].extend(thing[name] for thing in things)
        self._ids[account["id"], "account_id"].extend(one["account_id"] for one in account.get("linkedin", ()))

    def sender(self, draw: Draw, family: str) -> Sender:
        """Somebody who may call routes of this family."""
        agency = draw.one(self.healthy)
        key = draw.one(agency["keys"])["key"]
        active = [company for company in agency["companies"] if company["active"]]
        # The spec's examples name what the first company has.
        company = active[0] if draw.chance(0.3) else draw.one(active)
        way = draw.number(3)
        if family == "agency" or way == 0:
            return Sender((("x-api-key", key),), agency["id"], company["id"])
        if way == 1:
            return Sender((("x-api-key", key), ("x-company-id", str(company["id"]))), company["id"], company["id"])
        return Sender((("x-api-key", company["keys"][0]["key"]),), company["id"], company["id"])

    def id(self, draw: Draw, sender: Sender, name: str) -> int:
        """An id for a path parameter: one that exists, if one is known."""
        if name == "company_id":
            return sender.company
        owner = sender.company if name == "account_id" else sender.account
        return draw.one(self._ids[owner, name] or (1,))

    def learn(self, sender: Sender, response: Any) -> None:
        """Remember ids of what was made."""
        for name in _LEARNED:
            if isinstance(response, dict) and name in response:
                owner = sender.company if name == "account_id" else sender.account
                self._ids[owner, name].append(response[name])
