"""All data of the mock, and its active faults."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import RLock
from typing import Self

from ..contract.json_values import Json
from ..faults.active import Faults
from ..faults.fault import Fault
from .accounts import AccountRecord, AgencyRecord, ApiKey
from .batch import Batch
from .ids import Ids
from .keys import KeyOwner, KeyRing
from .seed_reader import read_seed
from .snapshot import seed_text

Clock = Callable[[], datetime]


def _real_time() -> datetime:
    return datetime.now(UTC)


class World:
    """All agencies. All of it is sample data; ids and keys are the same in every run.

    Attributes:
        clock: the current time here, with a time zone: replace it to stop time or to jump in it.
        lock: held while an operation runs.
    """

    def __init__(self, clock: Clock = _real_time) -> None:
        self.agencies: list[AgencyRecord] = []
        self.clock = clock
        self.lock = RLock()
        self.faults = Faults()
        self.ids = Ids()
        self._keys = KeyRing()
        self._connecting: list[AccountRecord] = []

    @classmethod
    def from_json(cls, document: object, clock: Clock = _real_time) -> Self:
        """The world that a seed describes; docs/reference/mock.md has the format.

        Raises:
            SeedError: the seed is not valid; its `problems` have all of them with their JSON pointers.
        """
        world = cls(clock)
        world.load(document)
        return world

    def load(self, document: object, check: bool = True) -> None:
        """Replace the content by the world that a seed describes. The faults stay.

        Args:
            check: False for what `to_json` has written: a world that was changed by hand is not always a valid seed.

        Raises:
            SeedError: as `from_json`; nothing has changed then.
        """
        agencies, ids = read_seed(document, self.today(), check)
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
            self.advance()
            return seed_text(self.agencies, self.ids)

    def connect(self, account: AccountRecord, batch: Batch) -> int:
        """Start a batch in this account and return its id."""
        number = self.new_id()
        account.batches[number] = batch
        self._connecting.append(account)
        return number

    def advance(self) -> None:
        """Complete what is due by now; nothing else makes batches go on."""
        if not self._connecting:
            return
        now = self.time()
        for account in self._connecting:
            account.advance(now)
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
        """The time as error bodies show it."""
        return self.time().strftime("%Y-%m-%d %H:%M:%S")

    def key_owner(self, key: str) -> KeyOwner | None:
        """The owner of this key; None if it is nobody's."""
        return self._keys.owner_of(self.agencies, key)

    def accept_invitations(self, email: str | None = None) -> int:
        """Let guests accept their invitations: those with this address, or all. Returns the number of those."""
        with self.lock:
            users = [
                user for agency in self.agencies for company in agency.companies.values() for user in company.users
            ]
            pending = [user for user in users if not user.accepted and email in (None, user.email)]
            for user in pending:
                user.accepted = True
        return len(pending)

    def fail_next(self, times: int = 1) -> None:
        """Respond to the next requests with the API's 500."""
        if times > 0:
            self.faults.add(Fault(times=times))

    def state(self) -> Json:
        """The body of `GET /_mock/state`."""
        return {
            "agencies": [
                {
                    "id": agency.account.id,
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
