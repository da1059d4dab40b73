"""Choices that follow from a seed."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """The choices of one connection.

    Each takes one number from the generator, however much there is to choose from, so that what was learned on the way
    never changes what is chosen later.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def number(self, below: int) -> int:
        return int(self._random.random() * below)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.number(len(choices))]

    def weighted(self, shares: Mapping[T, float]) -> T:
        at = self._random.random() * sum(shares.values())
        return list(shares)[bisect(list(accumulate(shares.values())), at)]
