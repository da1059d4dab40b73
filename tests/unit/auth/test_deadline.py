"""A deadline counts from when it was set, and shortens what would go beyond it."""

from __future__ import annotations

import pytest
from woodpecker_auth import Deadline, deadline


@pytest.fixture
def clock(monkeypatch):
    """`clock(seconds)` lets time pass."""
    now = [1000.0]
    monkeypatch.setattr(deadline, "monotonic", lambda: now[0])

    def passes(seconds: float) -> None:
        now[0] += seconds

    return passes


def test_it_comes_nearer_and_passes(clock):
    ends = Deadline(10)
    assert (ends.elapsed(), ends.remaining(), ends.over()) == (0, 10, False)
    clock(4)
    assert (ends.elapsed(), ends.remaining(), ends.over()) == (4, 6, False)
    clock(6)
    assert (ends.elapsed(), ends.remaining(), ends.over()) == (10, 0, True)
    clock(5)
    assert ends.remaining() == 0


def test_none_never_comes(clock):
    never = Deadline(None)
    clock(10**9)
    assert never.remaining() is None and not never.over()
    assert never.cut({"read": None, "pool": 3}) == {"read": None, "pool": 3}


def test_timeouts_do_not_outlast_it(clock):
    ends = Deadline(10)
    clock(7)
    given = {"connect": 2.0, "read": 25.0, "write": None, "pool": 3.0}
    assert ends.cut(given) == {"connect": 2.0, "read": 3.0, "write": 3.0, "pool": 3.0}
    clock(7)
    assert all(0 < seconds < 0.01 for seconds in ends.cut(given).values()), "0 would not wait at all"


@pytest.mark.parametrize("bad", [-1, -0.001, float("nan")])
def test_what_is_no_number_of_seconds_is_refused(bad):
    with pytest.raises(ValueError, match="deadline"):
        Deadline(bad)
