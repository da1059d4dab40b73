"""The owner of a key, found fast among thousands, and correctly whatever is done to the lists of keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from operator import is_
from typing import NamedTuple

from .accounts import AgencyRecord, ApiKey, CompanyRecord


class KeyOwner(NamedTuple):
    """The owner of a key: an agency, or one of its companies."""

    agency: AgencyRecord
    key: ApiKey
    company: CompanyRecord | None

    @property
    def kind(self) -> str:
        return "HQ" if self.company is None else "client"


def kind_of_key(keys: list[str], owner: KeyOwner | None) -> str:
    """What the log shows of a request's keys: never the keys themselves."""
    return owner.kind if owner else "unknown" if keys else "none"


class KeyRing:
    """A cache of the owners, each verified before it is returned."""

    def __init__(self) -> None:
        self._known: dict[str, KeyOwner] = {}

    def owner_of(self, agencies: list[AgencyRecord], key: str) -> KeyOwner | None:
        """The owner of this key. Only a key that is new, removed or nobody's costs a search through all of them."""
        known = self._known.get(key)
        if known is None or not _is_valid(agencies, known, key):
            self._known = {owner.key.value: owner for owner in _all_owners(agencies)}
            known = self._known.get(key)
        return known


def _is_valid(agencies: list[AgencyRecord], owner: KeyOwner, key: str) -> bool:
    """Whether what was found once is still true."""
    agency, company = owner.agency, owner.company
    keys = agency.keys if company is None else company.keys
    return (
        owner.key.value == key
        and any(map(is_, keys, repeat(owner.key)))
        and any(map(is_, agencies, repeat(agency)))
        and (company is None or agency.companies.get(company.id) is company)
    )


def _all_owners(agencies: list[AgencyRecord]) -> Iterator[KeyOwner]:
    """The owner of every key; where two have the same key, the first one comes last."""
    for agency in reversed(agencies):
        for company in reversed(agency.companies.values()):
            yield from (KeyOwner(agency, key, company) for key in reversed(company.keys))
        yield from (KeyOwner(agency, key, None) for key in reversed(agency.keys))
