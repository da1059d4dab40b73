"""`async_agency` in an event loop of anyio, whose plugin runs every async fixture of its tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from .event_loop import UNDER_ANYIO

if TYPE_CHECKING:
    from woodpecker_client import AsyncAgency
    from woodpecker_mock import MockServer


@pytest.fixture(name=UNDER_ANYIO)
async def agency(woodpecker_mock: MockServer) -> AsyncIterator[AsyncAgency]:
    from woodpecker_client import AsyncAgency

    async with AsyncAgency(woodpecker_mock.hq_key, base_url=woodpecker_mock.base_url) as agency:
        yield agency
