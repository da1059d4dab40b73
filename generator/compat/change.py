"""One change since the last release."""

from __future__ import annotations

from dataclasses import dataclass


class CompatError(Exception):
    """The comparison itself cannot be made; the text says what is missing."""


@dataclass(frozen=True, order=True)
class Change:
    """What changed.

    Attributes:
        breaking: whether something that worked with the last release stops working.
        where: the operation, schema or Python name.
        what: a sentence.
    """

    breaking: bool
    where: str
    what: str

    def __str__(self) -> str:
        return f"{'BREAKING' if self.breaking else 'ok':<9} {self.where}: {self.what}"
