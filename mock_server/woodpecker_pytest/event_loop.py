"""Whose event loop a test runs in."""

from __future__ import annotations

import pytest

UNDER_ANYIO = "_woodpecker_agency_under_anyio"
UNDER_ASYNCIO = "_woodpecker_agency_under_asyncio"

_NEITHER = (
    "the fixture async_agency needs an async test that pytest-asyncio or anyio runs: pip install pytest-asyncio and "
    "mark the test with @pytest.mark.asyncio, or mark it with @pytest.mark.anyio"
)
_BOTH = (
    "the fixture async_agency needs to know the event loop of the test, but both pytest-asyncio and anyio want to run "
    "it: remove one of the marks, or use anyio without asyncio_mode = auto"
)


def fixture_for(request: pytest.FixtureRequest) -> str:
    """The fixture that opens an `AsyncAgency` in the event loop of this test.

    Raises:
        pytest.fail.Exception: there is none, or one too many.
    """
    # In its auto mode pytest-asyncio sets the mark itself.
    marked = request.node.get_closest_marker("asyncio") is not None
    asyncio = marked and request.config.pluginmanager.has_plugin("asyncio")
    anyio = "anyio_backend" in request.fixturenames
    if asyncio == anyio:
        pytest.fail(_BOTH if asyncio else _NEITHER, pytrace=False)
    if asyncio:
        return UNDER_ASYNCIO
    backend = request.getfixturevalue("anyio_backend_name")
    if backend != "asyncio":
        pytest.fail(
            f"the fixture async_agency runs on asyncio, not on {backend}: override the fixture anyio_backend, "
            'and let it return "asyncio"',
            pytrace=False,
        )
    return UNDER_ANYIO
