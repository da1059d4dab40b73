"""No canary is exposed by the programs of `probes`, nor by the auth package alone."""

from __future__ import annotations

import pytest

from . import wire
from .canaries import HQ_KEY
from .probes import PROBES, plugin_alone

REPLIES = {
    "timeout": wire.silence,
    "reset": wire.reset,
    "broken off": wire.broken_off,
    "broken chunks": wire.broken_chunks,
    "redirect": wire.redirect,
}


@pytest.mark.parametrize("probe", PROBES)
def test_no_canary_is_exposed(probe: str) -> None:
    assert PROBES[probe]() == set()


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asyncio"])
@pytest.mark.parametrize("reply", REPLIES)
def test_the_plugin_alone_shows_no_key(reply: str, asynchronous: bool) -> None:
    found = plugin_alone(REPLIES[reply], asynchronous, timeout=0.2)
    # httpcore logs the headers of a response before other code can redact them.
    assert {leak for leak in found if HQ_KEY.core in leak and "record of httpcore" not in leak} == set()
