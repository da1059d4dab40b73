"""Whether a version and its changelog admit the changes since the last release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .change import Change, CompatError


@dataclass(frozen=True)
class Version:
    """MAJOR.MINOR.PATCH, as semver.org reads it: below 1.0.0 the minor number stands for what breaks."""

    major: int
    minor: int
    patch: int

    @classmethod
    def read(cls, text: str) -> Version:
        """
        Raises:
            CompatError: it is no such version.
        """
        match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text)
        if match is None:
            raise CompatError(f"{text!r} is not a version of the form 1.2.3")
        return cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def may_break(self, released: Version) -> bool:
        """Whether somebody who relies on `released` expects to change something for this one."""
        if self.major == released.major == 0:
            return self.minor > released.minor
        return self.major > released.major


def objections(name: str, changes: Sequence[Change], released: str, current: str, changelog: str) -> list[str]:
    """Why the changes may not be released like this; empty if they may.

    Args:
        name: what the versions are of, and what its changelog is called.
        changelog: its text. What breaks stands below the version's heading, in lines that begin `- **Breaking:**`.
    """
    breaking = [change for change in changes if change.breaking]
    old, new = Version.read(released), Version.read(current)
    if not breaking:
        return []
    found: list[str] = []
    if not new.may_break(old):
        found.append(f"{name}: {len(breaking)} breaking changes since {old}, and the version is {new}")
    if "- **Breaking:**" not in _section(changelog, current):
        found.append(f"{name}: the changelog has no line `- **Breaking:**` below `## {new}`")
    return found


def _section(changelog: str, version: str) -> str:
    """What stands below a version's heading."""
    match = re.search(rf"^## {re.escape(version)}(?=\s|$).*?$(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return match.group(1) if match else ""
