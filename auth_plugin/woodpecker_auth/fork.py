"""Objects that a forked child must not share with its parent are reset in the child.

A child inherits open connections, and locks in the state in which threads of the parent held them.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Resettable(Protocol):
    """An object with connections, locks or threads."""

    def reset(self) -> None:
        """Return to the initial state, without touching what the parent still uses. Called while one thread runs."""


_registered: WeakSet[Resettable] = WeakSet()


def reset_after_fork(resettable: Resettable) -> None:
    """Call the object's `reset()` in each forked child, for as long as the object lives."""
    _registered.add(resettable)


def _reset_all() -> None:
    for resettable in list(_registered):
        resettable.reset()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)
