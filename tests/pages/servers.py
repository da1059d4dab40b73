"""Servers other than the mock, for pages about what the mock does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tests.client.test_any_route_reference import vendor
from tests.secrets.wire import serving


@contextmanager
def vendor_samples() -> Iterator[tuple[str, str]]:
    """The vendor's sample responses to routes that the spec does not have; yields URL and key."""
    with serving(vendor) as (base_url, _):
        yield base_url.removesuffix("/rest"), "hq-key"


SERVERS: dict[str, Callable[[], AbstractContextManager[tuple[str, str]]]] = {"vendor": vendor_samples}
