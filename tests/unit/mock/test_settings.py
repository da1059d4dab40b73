"""What can be changed while the mock runs, from Python and over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer

DEFAULTS = {"latency": 0.0, "batch_seconds": 0.5, "older_totals": False}


def test_they_are_shown_and_changed_one_by_one(mock: MockServer) -> None:
    url = f"{mock.url}/_mock/settings"
    assert httpx.get(url).json() == DEFAULTS
    changed = httpx.patch(url, json={"latency": 0.01, "older_totals": True})
    assert changed.json() == httpx.get(url).json() == DEFAULTS | {"latency": 0.01, "older_totals": True}
    assert (mock.latency, mock.batch_seconds, mock.older_totals) == (0.01, 0.5, True)
    mock.batch_seconds = 3
    assert httpx.get(url).json()["batch_seconds"] == 3


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"latency": -1}, "latency must be 0 seconds or more"),
        ({"batch_seconds": 86401}, "batch_seconds must be 0 seconds or more and at most 86400"),
        ({"batch_seconds": "1"}, "batch_seconds must be a number of seconds"),
        ({"latency": True}, "latency must be a number of seconds"),
        ({"older_totals": 1}, "older_totals must be true or false"),
        ({"speed": 1}, "speed: there is no such setting"),
        ([], "the settings must be an object"),
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(mock: MockServer, changes: Any, detail: str) -> None:
    for body in (changes, {"batch_seconds": 7, **changes}) if isinstance(changes, dict) else (changes,):
        rejected = httpx.patch(f"{mock.url}/_mock/settings", json=body)
        assert rejected.status_code == 400
        assert rejected.json()["detail"].startswith(detail)
    assert httpx.get(f"{mock.url}/_mock/settings").json() == DEFAULTS
