"""A deadline counts from its creation and shortens longer timeouts."""

from __future__ import annotations

import pytest
from woodpecker_auth import Deadline, InvalidValue, deadline


@pytest.fixture
def clock(monkeypatch):
    """`clock(seconds)` advances the time."""
    now = [1000.0]
    monkeypatch.setattr(deadline, "monotonic", lambda: now[0])

    def passes(seconds: float) -> None:
        now[0] += seconds

    return passes


def test_a_deadline_approaches_and_passes(clock):
    ends = Deadline(10)
    assert (ends.elapsed(), ends.remaining(), ends.has_passed()) == (0, 10, False)
    clock(4)
    assert (ends.elapsed(), ends.remaining(), ends.has_passed()) == (4, 6, False)
    clock(6)
    assert (ends.elapsed(), ends.remaining(), ends.has_passed()) == (10, 0, True)
    clock(5)
    assert ends.remaining() == 0


def test_none_means_no_deadline(clock):
    never = Deadline(None)
    clock(10**9)
    assert never.remaining() is None and not never.has_passed()
    assert never.limit(None) is None and never.limit(3) == 3


@pytest.mark.parametrize("endless", [float("inf"), 1e300, 10**400])
def test_more_than_the_platform_can_wait_for_means_no_deadline(endless):
    assert Deadline(endless).remaining() is None


def test_timeouts_end_with_the_deadline(clock):
    ends = Deadline(10)
    clock(7)
    assert [ends.limit(given) for given in (2.0, 25.0, None)] == [2.0, 3.0, 3.0]
    clock(7)
    assert 0 < (ends.limit(25.0) or 0) < 0.01, "0 would not wait at all"


@pytest.mark.parametrize("bad", [-1, -0.001, float("nan"), float("-inf"), -(10**400), "5", (1, 2), True, [], 1j])
def test_an_invalid_number_of_seconds_is_refused(bad):
    with pytest.raises(InvalidValue, match="deadline"):
        Deadline(bad)
