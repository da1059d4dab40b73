"""What a command's function returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

#: What a command does, once its options are read; its result is the exit status. It imports what it needs itself, so
#: that a help text needs none of it.
Action: TypeAlias = Callable[[], int]
