"""Whose key it is, found fast among thousands and right whatever is done to the lists they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .accounts import Agency, ApiKey, Company


class Holder(NamedTuple):
    """Whose key it is: an agency's own, or one of a company."""

    agency: Agency
    key: ApiKey
    company: Company | None

    @property
    def kind(self) -> str:
        return "HQ" if self.company is None else "client"


class KeyRing:
    """Remembers where keys were found, and looks again before it believes that."""

    def __init__(self) -> None:
        self._known: dict[str, Holder] = {}

    def find(self, agencies: list[Agency], key: str) -> Holder | None:
        """Whose key this is. Only a key that is new, gone or nobody's costs a walk through all of them."""
        known = self._known.get(key)
        if known is None or not _holds(agencies, known, key):
            self._known = {holder.key.value: holder for holder in _all(agencies)}
            known = self._known.get(key)
        return known


def _holds(agencies: list[Agency], holder: Holder, key: str) -> bool:
    """Whether what was found once is still so."""
    agency, company = holder.agency, holder.company
    keys = agency.keys if company is None else company.keys
    return (
        holder.key.value == key
        and any(one is holder.key for one in keys)
        and any(one is agency for one in agencies)
        and (company is None or agency.companies.get(company.id) is company)
    )


def _all(agencies: list[Agency]) -> Iterator[Holder]:
    """Every key, and where one stands twice its first place last."""
    for agency in reversed(agencies):
        for company in reversed(agency.companies.values()):
            yield from (Holder(agency, key, company) for key in reversed(company.keys))
        yield from (Holder(agency, key, None) for key in reversed(agency.keys))
