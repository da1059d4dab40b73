"""What pytest loads wherever the client is installed: the marker and the fixtures.

Only pytest is imported before a fixture is used. Most runs use none, and coverage misses what plugins import.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from woodpecker_client import Agency, AsyncAgency
    from woodpecker_mock import MockServer, World

MARKER = "woodpecker_mock"
OPTIONS = {"limits", "latency"}
"""What the marker may say. A world is none of it: what a test changes in it would be there in the next test."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARKER}(limits=Limits(), latency=0.0): how many requests each account of the mock may have at once, and the "
        "seconds that each one takes.",
    )
    config.pluginmanager.import_plugin("woodpecker_pytest.under_anyio")
    if config.pluginmanager.has_plugin("asyncio"):
        config.pluginmanager.import_plugin("woodpecker_pytest.under_asyncio")


@pytest.fixture
def woodpecker_world() -> World | None:
    """The world of `woodpecker_mock`; None for the seeded world. Made to be overridden."""
    return None


@pytest.fixture
def woodpecker_mock(request: pytest.FixtureRequest, woodpecker_world: World | None) -> Iterator[MockServer]:
    """A mock of the API on a free port of this machine, for this test alone.

    Raises:
        pytest.fail.Exception: the extra `mock` is not installed, or the marker has an unknown argument.
    """
    try:
        from woodpecker_mock import MockServer
    except ModuleNotFoundError as missing:
        needed = f"the fixture woodpecker_mock needs the package {missing.name}"
        raise pytest.fail.Exception(f'{needed}: pip install "woodpecker-client[mock]"', pytrace=False) from None
    with MockServer(woodpecker_world, **_marked(request)) as mock:
        yield mock


@pytest.fixture
def agency(woodpecker_mock: MockServer) -> Iterator[Agency]:
    """An `Agency` at `woodpecker_mock`, with its HQ key."""
    from woodpecker_client import Agency

    with Agency(woodpecker_mock.hq_key, base_url=woodpecker_mock.base_url) as agency:
        yield agency


@pytest.fixture
def async_agency(request: pytest.FixtureRequest) -> AsyncAgency:
    """An `AsyncAgency` at `woodpecker_mock`, with its HQ key, for a test that pytest-asyncio or anyio runs.

    Its connections belong to the event loop of the test, so it is the plugin with that loop which opens and closes it.

    Raises:
        pytest.fail.Exception: neither runs the test, or both, or anyio does on trio.
    """
    from .event_loop import fixture_for

    opened: AsyncAgency = request.getfixturevalue(fixture_for(request))
    return opened


def _marked(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the markers of a test say; the one closest to the test has the last word on each option."""
    options: dict[str, Any] = {}
    for mark in request.node.iter_markers(MARKER):
        wrong = [*map(repr, mark.args), *sorted(mark.kwargs.keys() - OPTIONS)]
        if wrong:
            pytest.fail(f"the marker {MARKER} takes limits= and latency=, not {', '.join(wrong)}", pytrace=False)
        options = {**mark.kwargs, **options}
    return options
