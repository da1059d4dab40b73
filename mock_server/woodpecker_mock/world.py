"""What the mock knows, and the faults that wait in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import RLock
from typing import Self

from . import seed_file, snapshot
from .accounts import Account, Agency, ApiKey, Company, Json, User
from .batch import Batch
from .fault import Fault
from .faults import Faults
from .ids import Ids
from .keys import Holder, KeyRing

Clock = Callable[[], datetime]

__all__ = ["Account", "Agency", "ApiKey", "Company", "Holder", "User", "World"]


def _real_time() -> datetime:
    return datetime.now(UTC)


class World:
    """All agencies. Everything in it is made up; ids and keys are the same in every run.

    Attributes:
        clock: what time it is here, with a time zone: replace it to stop time or to let it leap.
        lock: held while an operation runs.
    """

    def __init__(self, clock: Clock = _real_time) -> None:
        self.agencies: list[Agency] = []
        self.clock = clock
        self.lock = RLock()
        self.faults = Faults()
        self.ids = Ids()
        self._keys = KeyRing()
        self._connecting: list[Account] = []

    @classmethod
    def from_json(cls, document: object, clock: Clock = _real_time) -> Self:
        """The world that a seed describes; docs/reference/mock.md says how.

        Raises:
            SeedError: the seed is not valid; its `problems` name the places, all of them.
        """
        world = cls(clock)
        world.load(document)
        return world

    def load(self, document: object, check: bool = True) -> None:
        """Become the world that a seed describes. The faults stay.

        Args:
            check: False for what `to_json` has written: a world that was changed by hand need not be a valid seed.

        Raises:
            SeedError: as `from_json`; nothing has changed then.
        """
        agencies, ids = seed_file.read(document, self.today(), check)
        with self.lock:
            self.agencies[:] = agencies
            self.ids = ids
            self._connecting = [account for agency in agencies for account in agency.accounts() if account.connecting]

    def to_json(self) -> Json:
        """All of it as a seed, from which `from_json` makes the same world."""
        copy: Json = json.loads(self.snapshot())
        return copy

    def snapshot(self) -> str:
        """The text of `to_json`."""
        with self.lock:
            self.settle()
            return snapshot.taken(self.agencies, self.ids)

    def connect(self, account: Account, batch: Batch) -> int:
        """Let a batch begin in this account: its id."""
        number = self.new_id()
        account.batches[number] = batch
        self._connecting.append(account)
        return number

    def settle(self) -> None:
        """Let be done what is due by now; nothing else makes batches go on."""
        now = self.time()
        for account in self._connecting:
            account.settle(now)
        self._connecting = [account for account in self._connecting if account.connecting]

    def new_id(self) -> int:
        return self.ids.new_id()

    def new_key(self) -> str:
        """A key that looks like the vendor's and is none."""
        return self.ids.new_key()

    def time(self) -> datetime:
        """The time in UTC."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The day in UTC, which is everybody's time zone here."""
        return self.time().date()

    def now(self) -> str:
        """The time as error bodies write it."""
        return self.time().strftime("%Y-%m-%d %H:%M:%S")

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
