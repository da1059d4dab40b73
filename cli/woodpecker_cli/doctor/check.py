"""The result of one check."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Result(StrEnum):
    """How a check ended."""

    OK = "ok"
    #: It works, and something may surprise.
    WARN = "warn"
    #: It does not work.
    FAIL = "fail"
    #: Something before it failed, or it is for other keys.
    SKIP = "skip"


class Check(NamedTuple):
    """What was looked at.

    Attributes:
        found: what is so.
        advice: what can be done; None if there is nothing to do.
    """

    name: str
    result: Result
    found: str
    advice: str | None = None
