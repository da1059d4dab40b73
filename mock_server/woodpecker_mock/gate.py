"""The lines in which requests wait, one for each account."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from dataclasses import asdict, replace
from typing import Self

from .behaviour import Behaviour
from .limits import Counts, Limits, TurnedAway


class Gate:
    """Lets requests in, first come, first served. It belongs to one event loop; what it counts may be read anywhere.

    `gate[account]` are the counts of an account, by the id of a company or of an agency's own account.

    Attributes:
        limits: the numbers; None lets every request in and goes on counting. It may be changed at any time.
    """

    def __init__(self, limits: Limits | None, behaviour: Behaviour | None = None) -> None:
        self.limits = limits
        self.behaviour = behaviour or Behaviour()
        self._lines: defaultdict[int, _Line] = defaultdict(_Line)

    @property
    def numbers(self) -> Limits | None:
        """The limits that hold, which are others only while a deviation is on."""
        return self.behaviour.numbers(self.limits)

    def arrive(self, account: int) -> Place:
        """A place for a request of this account, held at once or waiting for its turn.

        Raises:
            TurnedAway: the queue is full.
        """
        line = self._lines[account]
        # New limits may have made room since; a newcomer never overtakes those who wait.
        self.move_up(line)
        line.counts.highest = max(line.counts.highest, line.counts.running + len(line.waiting) + 1)
        place = Place(self, line)
        if self._has_room(line):
            place.begin()
        elif (numbers := self.numbers) is not None and len(line.waiting) >= numbers.queued:
            line.counts.refused += 1
            raise TurnedAway(late=False)
        else:
            line.waiting.append(place)
        return place

    def move_up(self, line: _Line) -> None:
        """Let in the first of those who wait, as many as there is room for."""
        while line.waiting and self._has_room(line):
            self.behaviour.next_up(line.waiting).begin()

    def _has_room(self, line: _Line) -> bool:
        numbers = self.numbers
        return numbers is None or line.counts.running < numbers.running

    def __getitem__(self, account: int) -> Counts:
        line = self._lines.get(account)
        return Counts() if line is None else replace(line.counts, queued=len(line.waiting))

    def reset(self) -> None:
        """Count anew; what runs or waits keeps its place."""
        for line in list(self._lines.values()):
            line.counts.highest = line.counts.ran = line.counts.refused = line.counts.left = 0

    def state(self) -> dict[str, object]:
        """What `GET /_mock/limits` shows: the numbers, and the counts by account."""
        accounts = {str(account): asdict(self[account]) for account in list(self._lines)}
        return {"limits": None if self.limits is None else asdict(self.limits), "accounts": accounts}


class Place:
    """A request's place in the line of its account, for a `with`: leaving it lets the next one in.

    Attributes:
        held: whether it is this request's turn.
    """

    def __init__(self, gate: Gate, line: _Line) -> None:
        self.held = False
        self._gate = gate
        self._line = line
        self._called = asyncio.Event()

    def begin(self) -> None:
        self.held = True
        self._line.counts.running += 1
        self._line.counts.ran += 1
        self._called.set()

    async def turn(self) -> None:
        """Wait until it is this request's turn.

        Raises:
            TurnedAway: it took too long.
        """
        limits = self._gate.numbers
        try:
            async with asyncio.timeout(None if limits is None else limits.wait):
                await self._called.wait()
        except TimeoutError:
            # The turn may have come in the same moment.
            if not self.held:
                self._line.waiting.remove(self)
                self._line.counts.refused += 1
                raise TurnedAway(late=True) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, cut_off: type[BaseException] | None, *exc_info: object) -> None:
        if not self._gate.behaviour.gives_back(cut_off is not None):
            return
        if self.held:
            self._line.counts.running -= 1
        elif self in self._line.waiting:
            self._line.waiting.remove(self)
            self._line.counts.left += 1
        self._gate.move_up(self._line)


class _Line:
    """One account's requests: what is counted, and who waits."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.waiting: deque[Place] = deque()
