"""The state of the mock: its data, its settings, and what has happened."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..mutants.active import ActiveMutants
from ..rules.account_limiter import AccountLimiter
from ..rules.limits import Limits
from ..rules.settings import Settings
from ..world.world import World
from .request_log import RequestLog


class Mock:
    """All that a request meets, and all that can be set and read while the mock runs.

    Attributes:
        world: all data.
        faults: the faults on demand.
        settings: what can be set while it runs.
        mutants: the mutants that are enabled.
        limits: the queues of the accounts, with their counts.
        request_log: the last requests, and counts of all.
    """

    def __init__(self, world: World, limits: Limits | None, settings: Settings, mutants: Iterable[str] = ()) -> None:
        self.world = world
        self._start = world.snapshot()
        self.faults = world.faults
        self.settings = settings
        self.mutants = ActiveMutants(mutants)
        self.limits = AccountLimiter(limits, self.mutants)
        self.request_log = RequestLog()

    def reset(self, world: bool = False) -> None:
        """Clear the log and the counts.

        Args:
            world: put back the world, too, as it was when the mock was made, and remove all faults. The `World` and
                its lists stay the objects that they are; what is in them is new.
        """
        if world:
            self.world.load(json.loads(self._start), check=False)
            self.faults.clear()
        self.request_log.reset()
        self.limits.reset()
