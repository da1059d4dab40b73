"""What can be found: the only place that names a finding, ranks it, and decides whether a mailbox has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, IntEnum
from typing import NamedTuple, TypeAlias


class Level(IntEnum):
    """How much a finding matters; `OK` is no finding."""

    OK = 0
    #: Worth knowing, and often intended.
    NOTICE = 1
    #: Less is sent than could be, or soon will be.
    WARNING = 2
    #: Somebody has to act.
    PROBLEM = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class MailboxState(NamedTuple):
    """What the rules look at.

    Attributes:
        sends: it has an SMTP element; one that only receives has neither a limit nor a warm-up.
        used: percent of the daily limit that was sent today; None if the API does not say.
        near_limit: percent from which on that is near.
    """

    sends: bool
    error: str | None
    used: float | None
    near_limit: float
    is_frozen: bool
    warmup: str | None


Rule: TypeAlias = Callable[[MailboxState], bool]


def _has_error(one: MailboxState) -> bool:
    return bool(one.error)


def _is_at_limit(one: MailboxState) -> bool:
    return one.used is not None and one.used >= 100


def _is_near_limit(one: MailboxState) -> bool:
    return one.used is not None and one.near_limit <= one.used < 100


def _is_frozen(one: MailboxState) -> bool:
    return one.is_frozen


def _does_not_warm_up(one: MailboxState) -> bool:
    return one.sends and one.warmup != "RUNNING"


def _never(one: MailboxState) -> bool:
    """Of a whole client: how its reading ended decides."""
    return False


class Finding(Enum):
    """One finding: its word on the command line, its label for people, its level, what it means, and its rule."""

    UNREADABLE = "unreadable", "Unreadable", Level.PROBLEM, "The client's mailboxes could not be read", _never
    ERROR = "error", "Error", Level.PROBLEM, "The API reports an error of the mailbox", _has_error
    AT_LIMIT = "at-limit", "At limit", Level.WARNING, "The whole daily limit was sent today", _is_at_limit
    NEAR_LIMIT = "near-limit", "Near limit", Level.WARNING, "Most of the daily limit was sent today", _is_near_limit
    FROZEN = "frozen", "Frozen", Level.WARNING, "A period in which the mailbox sends nothing", _is_frozen
    WARMUP_OFF = "warmup-off", "Warm-up off", Level.NOTICE, "The API does not say that it is running", _does_not_warm_up
    EMPTY = "empty", "No mailbox", Level.NOTICE, "The client has no mailbox", _never
    INACTIVE = "inactive", "Inactive", Level.NOTICE, "The client is switched off, and was not read", _never

    def __init__(self, word: str, label: str, level: Level, meaning: str, rule: Rule) -> None:
        self.word = word
        self.label = label
        self.level = level
        self.meaning = meaning
        self._rule = rule

    def applies(self, mailbox: MailboxState) -> bool:
        return self._rule(mailbox)


_NAMED = {finding.word: {finding} for finding in Finding} | {
    level.word: {one for one in Finding if one.level >= level} for level in reversed(Level) if level
}
#: What options accept: a finding, or a level for all findings of it and of those above.
WORDS = tuple(_NAMED)


def chosen(words: Iterable[str]) -> frozenset[Finding]:
    """The findings that the words of an option name.

    Raises:
        KeyError: one of them is none of `WORDS`.
    """
    return frozenset(finding for word in words for finding in _NAMED[word])


def worst(findings: Iterable[Finding]) -> Level:
    return max((finding.level for finding in findings), default=Level.OK)
