"""What a run of the fuzzing leaves behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """Something that a check saw.

    Attributes:
        check: name of the check, schemathesis' or our own.
        where: label of the operation, or the phase.
        text: for people; without secrets.
    """

    check: str
    where: str
    text: str


class Enough(Exception):
    """A run that need not go on."""


def _never(so_far: Run) -> bool:
    return False


@dataclass
class Run:
    """What a run found and did.

    Attributes:
        stop_when: whether it need not go on.
        probed: whether all probes have been made.
        cases: requests that were sent and checked.
        responses: how often each operation gave each status.
        rows: how often each row of the decision table decided, as the fuzzing sees it.
        links: how often each link of the spec was followed, by the operation it starts from and its name.
    """

    stop_when: Callable[[Run], bool] = field(default=_never, repr=False)
    probed: bool = False
    findings: list[Finding] = field(default_factory=list[Finding])
    cases: int = 0
    responses: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])
    rows: Counter[int] = field(default_factory=Counter[int])
    links: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def found(self, check: str, where: str, text: str) -> None:
        """Keep a finding, unless the same has been found before: the first line of a text says what it is."""
        if all((one.check, one.where, _head(one.text)) != (check, where, _head(text)) for one in self.findings):
            self.findings.append(Finding(check, where, text))

    def go_on(self) -> None:
        """Go on to the next request.

        Raises:
            Enough: there is no need to.
        """
        if self.stop_when(self):
            raise Enough


def _head(text: str) -> str:
    return text.partition("\n")[0]
