"""The calls of this tier are those of the others; what takes time is to search everything that they leave behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.measuring import unmeasured


@pytest.fixture(autouse=True)
def _unmeasured() -> Iterator[None]:
    with unmeasured():
        yield
