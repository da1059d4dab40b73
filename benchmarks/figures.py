"""A line of the report, and how many measurements become one: their median and their quartiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """One line of the report.

    Attributes:
        goal: what it has to be, in words; empty if it is for information.
        kept: whether it is; None without a goal.
        samples: what was measured in each round, by a name that has its unit.
    """

    what: str
    measured: str
    goal: str = ""
    kept: bool | None = None
    samples: dict[str, list[float]] = field(default_factory=dict)


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Round by round: what slows the machine down for a while slows both sides."""
    return [a / b for a, b in zip(ours, theirs, strict=True)]


def spread(samples: Sequence[float]) -> tuple[float, float]:
    """The first and the third quartile."""
    low, _, high = quantiles(samples, n=4, method="inclusive") if len(samples) > 1 else 3 * [*samples]
    return low, high


def with_spread(samples: Sequence[float], digits: int = 2, unit: str = "") -> str:
    """`0.83 (0.81 to 0.86)`: the median and the quartiles."""
    low, high = spread(samples)
    return f"{median(samples):,.{digits}f}{unit} ({low:,.{digits}f} to {high:,.{digits}f})"


def at_most(
    what: str,
    goal: float,
    samples: Sequence[float],
    more: str = "",
    *,
    digits: int = 2,
    unit: str = "",
    raw: dict[str, list[float]] | None = None,
) -> Figure:
    """A figure whose median has a highest value."""
    measured = with_spread(samples, digits, unit) + (f"; {more}" if more else "")
    kept = median(samples) <= goal
    return Figure(what, measured, f"at most {goal:g}{unit}", kept, {"judged": list(samples), **(raw or {})})


def at_least(
    what: str, goal: float, samples: Sequence[float], more: str = "", *, raw: dict[str, list[float]] | None = None
) -> Figure:
    """A figure whose median has a lowest value."""
    measured = with_spread(samples) + (f"; {more}" if more else "")
    kept = median(samples) >= goal
    return Figure(what, measured, f"at least {goal:g}", kept, {"judged": list(samples), **(raw or {})})
