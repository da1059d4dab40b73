"""What a forked child must not share with its parent begins anew in the child.

A child inherits open connections, and locks as they were held at that moment by threads that it does not have.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Renewable(Protocol):
    """Something with connections, locks or threads."""

    def renew(self) -> None:
        """Begin anew, without touching what the parent goes on using. Runs in a child that has one thread."""


_renewables: WeakSet[Renewable] = WeakSet()


def renew_in_children(renewable: Renewable) -> None:
    """Have `renew()` called in each forked child, for as long as the object lives."""
    _renewables.add(renewable)


def _renew_all() -> None:
    for renewable in list(_renewables):
        renewable.renew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_all)
