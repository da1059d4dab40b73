"""The world of the mock in all tests of this project."""

from __future__ import annotations

import pytest
from woodpecker_mock import World, big_world


@pytest.fixture
def woodpecker_world() -> World:
    """Three clients without errors."""
    world = big_world(3)
    for company in world.agencies[0].companies.values():
        for mailbox in company.account.mailboxes.values():
            mailbox["details"]["error"] = None
    return world
