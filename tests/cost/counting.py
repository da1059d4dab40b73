"""Counts the Python functions that run in this thread. Counts do not depend on the machine, times do."""

from __future__ import annotations

import sys
from types import FrameType


class Counted:
    """What ran in a `with` block.

    Attributes:
        calls: how often a function, a generator or a coroutine began or went on; functions in C do not count.
        functions: the different ones among them, each by its file, its first line and its name.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.functions: set[tuple[str, int, str]] = set()

    @property
    def files(self) -> set[str]:
        return {file for file, _, _ in self.functions}

    def __enter__(self) -> Counted:
        self._before = sys.getprofile()
        sys.setprofile(self._on)
        return self

    def __exit__(self, *error: object) -> None:
        sys.setprofile(self._before)

    def _on(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        # The end of the block is no part of it.
        if event == "call" and code is not Counted.__exit__.__code__:
            self.calls += 1
            # Not the code itself: that of two files is equal if its text is.
            self.functions.add((code.co_filename, code.co_firstlineno, code.co_name))
