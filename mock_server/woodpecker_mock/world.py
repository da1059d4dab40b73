"""What the mock knows, and the faults that wait in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from threading import RLock

from .accounts import Account, Agency, ApiKey, Company, Json, User
from .fault import Fault
from .faults import Faults
from .keys import Holder, KeyRing

__all__ = ["Account", "Agency", "ApiKey", "Company", "Holder", "User", "World"]


class World:
    """All agencies. Everything in it is made up; ids and keys are the same in every run."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.agencies: list[Agency] = []
        self.clock = clock
        self.lock = RLock()
        self.faults = Faults()
        self._ids = count(900001)
        self._keys = KeyRing()

    def new_id(self) -> int:
        return next(self._ids)

    def new_key(self) -> str:
        """A key that looks like the vendor's and is none."""
        number = self.new_id()
        return f"{number}.mock{number * 7919 % 10**8:08d}notakey"

    def now(self) -> str:
        """The time as error bodies write it."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")

    def holder(self, key: str) -> Holder | None:
        """Whose key this is."""
        return self._keys.find(self.agencies, key)

    def fail_next(self, times: int = 1) -> None:
        """Answer the next requests with the API's 500."""
        if times > 0:
            self.faults.add(Fault(times=times))

    def state(self) -> Json:
        """What `GET /_mock/state` shows."""
        return {
            "agencies": [
                {
                    "name": agency.account.name,
                    "hq_key": _first(agency.keys),
                    "access": agency.access,
                    "companies": [
                        {
                            "id": company.id,
                            "name": company.account.name,
                            "active": company.active,
                            "client_key": _first(company.keys),
                        }
                        for company in agency.companies.values()
                    ],
                }
                for agency in self.agencies
            ]
        }


def _first(keys: list[ApiKey]) -> str | None:
    return keys[0].value if keys else None
