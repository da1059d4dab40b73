"""`MockServer` in the hands of a test: its keys, and how fast it comes and goes."""

from __future__ import annotations

from time import perf_counter

import pytest
from woodpecker_mock import Fault, MockServer, World

from .waiting import raw_request, until


def test_the_keys_of_an_agency_and_of_its_companies_are_at_hand() -> None:
    mock = MockServer()
    first, second, *_ = mock.world.agencies
    company = next(iter(second.companies.values()))

    assert mock.hq_key == first.keys[0].value
    assert mock.client_key(company.id) == company.keys[0].value


def test_keys_that_are_not_there_are_named() -> None:
    mock = MockServer(World())
    with pytest.raises(LookupError, match="no agency, or its first one has no HQ key"):
        _ = mock.hq_key
    with pytest.raises(LookupError, match="no company 7, or it has no key"):
        mock.client_key(7)


def test_it_ends_at_once_whatever_is_open() -> None:
    with MockServer() as mock:
        mock.faults.add(Fault(kind="hang"))
        hanging = raw_request(mock.url, "/v1/me", mock.hq_key)
        until(lambda: mock.faults.hanging)
        began = perf_counter()
    took = perf_counter() - began

    with hanging:
        assert hanging.recv(1) == b""
    assert took < 0.1, "uvicorn's own end takes 0.2 s and more"


def test_it_can_be_ended_twice() -> None:
    with MockServer() as mock:
        mock.__exit__()
