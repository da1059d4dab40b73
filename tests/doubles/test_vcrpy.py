"""vcrpy records what all four clients get, without their key, and plays it when there is no server any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import vcr
from woodpecker_client import Agency, AsyncAgency, TransportError
from woodpecker_mock import MockServer

from .clients import CLIENTS, ClientKind

Cassette = Callable[[], AbstractContextManager[Any]]

each_client = pytest.mark.parametrize("kind", CLIENTS, ids=lambda kind: kind.__name__)


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    return tmp_path / "tape.yaml"


def for_same_company(one: Any, other: Any) -> bool:
    return one.headers.get("x-company-id") == other.headers.get("x-company-id")


@pytest.fixture
def cassette(tape: Path) -> Cassette:
    """A cassette as docs/reference/doubles.md sets it up."""
    recorder = vcr.VCR(filter_headers=["x-api-key"])
    recorder.register_matcher("company", for_same_company)
    recorder.match_on = (*recorder.match_on, "company")
    return lambda: recorder.use_cassette(str(tape))


@each_client
@pytest.mark.parametrize("library", [None, httpx, httpx2])
def test_what_was_recorded_is_played_without_a_server(kind, library, cassette):
    with MockServer() as mock:
        client = ClientKind.at(mock, kind)
        make_client = library and client.client_of(library)
        with cassette() as recording:
            recorded = client.call_me(make_client=make_client)
        assert mock.executed.total() == len(recording) == 1
    with cassette() as playing:
        assert client.call_me(make_client=make_client) == recorded
        assert playing.play_count == 1


@each_client
def test_a_cassette_holds_no_key(kind, cassette, tape):
    with MockServer() as mock, cassette():
        client = ClientKind.at(mock, kind)
        client.call_me()
    text = tape.read_text(encoding="utf-8")
    assert "/v1/me" in text
    assert client.key not in text and "x-api-key" not in text


@each_client
def test_a_request_that_was_not_recorded_fails_and_is_not_sent(kind, cassette):
    with MockServer() as mock:
        client = ClientKind.at(mock, kind)
        with cassette():
            client.call_me()
        with cassette():
            client.call_me()
            with pytest.raises(TransportError, match="Can't play back this request"):
                client.call_me(max_retries=0)
        assert len(mock.log) == 1


@pytest.mark.parametrize("kind", [Agency, AsyncAgency])
def test_each_company_gets_what_was_recorded_for_it_whatever_the_order(kind, cassette):
    def ask(*companies: int) -> list[int]:
        async def in_asyncio() -> list[int]:
            async with client.open() as agency:
                return [(await agency.account(company).me()).firm_id for company in companies]

        if client.is_async:
            return asyncio.run(in_asyncio())
        with client.open() as agency:
            return [agency.account(company).me().firm_id for company in companies]

    with MockServer() as mock:
        client, (one, other, *_) = ClientKind.at(mock, kind), mock.world.agencies[0].companies
        with cassette():
            assert ask(one, other) == [one, other]
    with cassette():
        assert ask(other, one) == [other, one]
