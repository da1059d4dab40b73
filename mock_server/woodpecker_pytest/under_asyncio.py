"""`async_agency` in an event loop of pytest-asyncio, which in its strict mode runs fixtures of its own kind only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest_asyncio

from .event_loop import UNDER_ASYNCIO

if TYPE_CHECKING:
    from woodpecker_client import AsyncAgency
    from woodpecker_mock import MockServer


@pytest_asyncio.fixture(name=UNDER_ASYNCIO)
async def agency(woodpecker_mock: MockServer) -> AsyncIterator[AsyncAgency]:
    from woodpecker_client import AsyncAgency

    async with AsyncAgency(woodpecker_mock.hq_key, base_url=woodpecker_mock.base_url) as agency:
        yield agency
