"""All that the mock knows at one moment, as a flat list of facts that can be compared."""

from __future__ import annotations

import json
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from datetime import date
from typing import Any, TypeAlias

from woodpecker_mock import World
from woodpecker_mock.world import AccountRecord, AgencyRecord, CompanyRecord

Location: TypeAlias = tuple[Any, ...]
"""The key of a fact: the account's id, the kind of thing, and the thing's own id where there are several."""

ABSENT = object()
"""Instead of a value: there is no such fact."""


class Snapshots:
    """Facts of a world, read again only if something has changed: comparing pickles of it is fast."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pickle = b""

    def take(self) -> Facts:
        """What the mock knows now."""
        with self._world.lock:
            found = pickle.dumps(self._world.agencies)
            if found != self._pickle:
                self._pickle, self._facts = found, Facts(self._world)
        return self._facts


class Facts:
    """A world at one moment. Values are kept as JSON, so that later changes of the world do not reach them.

    Attributes:
        keys: whose each key is: ids of the agency's account, of the company if it is a client's, and of the user.
        users: everyone who has a key, by id.
    """

    def __init__(self, world: World) -> None:
        self._kept: dict[Location, str] = {}
        self._by_kind: defaultdict[Location, list[Location]] = defaultdict(list)
        self.keys: dict[str, tuple[int, int | None, int]] = {}
        self.users: dict[int, Any] = {}
        for agency in world.agencies:
            self._agency(agency)

    def __getitem__(self, place: Location) -> Any:
        kept = self._kept.get(place)
        return ABSENT if kept is None else json.loads(kept)

    def __iter__(self) -> Iterator[Location]:
        return iter(self._kept)

    def of(self, account: int, kind: str) -> Iterator[tuple[Any, Any]]:
        """Every thing of a kind that an account holds, by its id, in the mock's order."""
        for place in self._by_kind.get((account, kind), ()):
            yield place[2], json.loads(self._kept[place])

    def companies(self, agency: int) -> list[int]:
        """Ids of an agency's companies."""
        return [number for number, _ in self.of(agency, "company")]

    def changes(self, later: Facts) -> set[Location]:
        """Where the two differ."""
        if self is later:
            return set()
        places = self._kept.keys() | later._kept.keys()
        return {place for place in places if self._kept.get(place) != later._kept.get(place)}

    def _agency(self, agency: AgencyRecord) -> None:
        home = agency.account.id
        self._put((home, "agency"), _rest(agency, "account", "keys", "companies", "emails", "domains"))
        for kind in ("emails", "domains"):
            self._put((home, kind), getattr(agency, kind))
        self._keys((home, None), agency.keys)
        self._account(agency.account)
        for company in agency.companies.values():
            self._company(home, company)

    def _company(self, home: int, company: CompanyRecord) -> None:
        self._put((home, "company", company.id), _rest(company, "account", "users", "keys", "linkedin"))
        self._account(company.account)
        self._keys((home, company.id), company.keys)
        for user in company.users:
            self._put((company.id, "user", user.id), user)
        for number, linked in company.linkedin.items():
            self._put((company.id, "linkedin", number), linked)

    def _keys(self, owner: tuple[int, int | None], keys: list[Any]) -> None:
        account = owner[0] if owner[1] is None else owner[1]
        for key in keys:
            self.keys.setdefault(key.value, (*owner, key.user.id))
            self.users[key.user.id] = dict(vars(key.user))
            self._put((account, "key", key.value), {"user": key.user, "label": key.label})

    def _account(self, account: AccountRecord) -> None:
        things = ("mailboxes", "credentials", "credential_of", "batches")
        self._put((account.id, "account"), _rest(account, *things))
        for kind in things:
            for number, thing in getattr(account, kind).items():
                self._put((account.id, kind, number), thing)

    def _put(self, place: Location, value: Any) -> None:
        of_kind = self._by_kind[place[:2]]
        if place in self._kept:
            # A thing that occurs twice under one id is two facts.
            place = (*place, len(of_kind))
        of_kind.append(place)
        self._kept[place] = _encode(value)


def _rest(thing: Any, *without: str) -> dict[str, Any]:
    """All fields but these, so that one that is new is compared, too."""
    return {name: value for name, value in vars(thing).items() if name not in without}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return vars(value)
    return value.isoformat() if isinstance(value, date) else repr(value)


_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, default=_plain).encode
