"""The canary tests can fail: without each protection, a probe finds a canary."""

from __future__ import annotations

import pytest

from .probes import PROBES
from .removals import REMOVALS


@pytest.mark.parametrize("protection", REMOVALS)
def test_without_it_a_canary_is_exposed(protection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    removal = REMOVALS[protection]
    with monkeypatch.context() as patch:
        removal.remove(patch)
        assert PROBES[removal.probe](), f"the probe {removal.probe!r} does not need this protection"
    assert PROBES[removal.probe]() == set(), "with it the probe is clean"
