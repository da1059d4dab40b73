"""How much memory the mock holds, and whether that grows."""

from __future__ import annotations

from pathlib import Path
from statistics import median

WARM_UP = 0.2
"""The share of a run after which the mock has loaded and cached what it needs."""

MOST_PER_REQUEST = 100
"""Bytes. A leak of one small object a request is several times that."""

MOST = 4 * 1024 * 1024
"""Bytes that are no leak however few requests they came with: the allocator's own ups and downs."""


def resident(pid: int) -> int | None:
    """A process' resident memory in bytes; None on a system that does not report it."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmRSS:"))


def growth(sizes: list[int], each: int) -> float:
    """By how many bytes a request they grew after the warm-up: the median of all slopes, which no outlier moves.

    Args:
        sizes: the memory after each round.
        each: requests in a round.
    """
    warm = sizes[int(len(sizes) * WARM_UP) :]
    slopes = [
        (later - earlier) / (distance * each)
        for at, earlier in enumerate(warm)
        for distance, later in enumerate(warm[at + 1 :], start=1)
    ]
    return median(slopes) if slopes else 0.0


def leaks(sizes: list[int], each: int) -> bool:
    per_request = growth(sizes, each)
    whole = per_request * each * len(sizes) * (1 - WARM_UP)
    return per_request > MOST_PER_REQUEST and whole > MOST
