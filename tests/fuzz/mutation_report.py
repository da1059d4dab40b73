"""What the measurement of the mutation score prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby


@dataclass(frozen=True)
class Result:
    """A mutant, and which checks killed it.

    Attributes:
        own: our checks.
        built_in: schemathesis' checks.
    """

    name: str
    kind: str
    own: set[str] = field(default_factory=set[str])
    built_in: set[str] = field(default_factory=set[str])
    seconds: float = 0.0

    @property
    def killed(self) -> bool:
        return bool(self.own or self.built_in)


def headline() -> str:
    return f"{'mutant':<36}{'kind':<12}{'s':>4}  {'our checks':<44} built-in checks"


def row(result: Result) -> str:
    own, built_in = (", ".join(sorted(checks)) or "-" for checks in (result.own, result.built_in))
    return f"{result.name:<36}{result.kind:<12}{result.seconds:>4.0f}  {own:<44} {built_in}"


def totals(results: Sequence[Result], compare: bool) -> Iterator[str]:
    """How many were killed, per kind and in all, and to compare: by which checks."""
    more = f"{'by ours':>10}{'by built-in':>14}{'by ours alone':>16}{'by built-in alone':>20}" if compare else ""
    yield f"{'kind':<12}{'mutants':>8}{'killed':>8}{more}"
    for kind, some in groupby(results, lambda one: one.kind):
        yield _total(kind, list(some), compare)
    yield _total("all", results, compare)


def _total(kind: str, results: Sequence[Result], compare: bool) -> str:
    own, built_in = ({one.name for one in results if getattr(one, whose)} for whose in ("own", "built_in"))
    counts = f"{kind:<12}{len(results):>8}{len(own | built_in):>8}"
    if compare:
        counts += f"{len(own):>10}{len(built_in):>14}{len(own - built_in):>16}{len(built_in - own):>20}"
    return counts


def survivors(results: Sequence[Result], reasons: Mapping[str, str]) -> Iterator[str]:
    """Those that no check killed."""
    for one in results:
        if not one.killed:
            yield f"survived: {one.name:<36}{reasons.get(one.name, '')}"
