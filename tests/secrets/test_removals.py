"""The canary can fail, once for each protection: without it the probe that is clean with it finds something."""

from __future__ import annotations

import pytest

from .probes import PROBES
from .removals import REMOVALS


@pytest.mark.parametrize("protection", REMOVALS)
def test_without_it_a_canary_is_exposed(protection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    removal = REMOVALS[protection]
    with monkeypatch.context() as patch:
        removal.take_away(patch)
        assert PROBES[removal.probe](), f"the probe {removal.probe!r} does not need this protection"
    assert PROBES[removal.probe]() == set(), "with it the probe is clean"
