"""Sample ids and keys, the same in every run."""

from __future__ import annotations

FIRST = 900001


class Ids:
    """A counter for everything that has an id.

    Attributes:
        next: the id that comes next.
    """

    def __init__(self, next: int = FIRST) -> None:
        self.next = next

    def new_id(self) -> int:
        number = self.next
        self.next += 1
        return number

    def new_key(self) -> str:
        """A key that looks like the vendor's and is none."""
        number = self.new_id()
        return f"{number}.mock{number * 7919 % 10**8:08d}notakey"
