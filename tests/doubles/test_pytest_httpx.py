"""pytest-httpx responds to all four clients, below the header policy, the lanes and the retries."""

from __future__ import annotations

import httpx
import pytest
from woodpecker_client import ConnectionFailed, TimedOut

ME = {"user_id": 1, "firm_id": 7, "firm_name": "Mocked"}


@pytest.fixture(autouse=True)
def nothing_is_sent(mock):
    yield
    assert not mock.log


@pytest.fixture
def url(mock) -> str:
    return f"{mock.base_url}/v1/me"


def test_it_responds_and_sees_the_headers_of_the_policy(client, httpx_mock, url):
    httpx_mock.add_response(url=url, match_headers=client.headers, json=ME)
    assert client.call_me().firm_name == "Mocked"
    assert len(httpx_mock.get_requests()) == 1


def test_its_failures_are_retried_as_those_of_the_network_are(client, httpx_mock, url):
    httpx_mock.add_exception(httpx.ConnectError("mocked"), url=url)
    for status in (503, 429):
        httpx_mock.add_response(url=url, status_code=status)
    httpx_mock.add_response(url=url, json=ME)
    assert client.call_me(max_retries=3).firm_name == "Mocked"
    assert len(httpx_mock.get_requests()) == 4


def test_its_failures_are_errors_of_the_client(client, httpx_mock, url):
    httpx_mock.add_exception(httpx.ConnectError("mocked"), url=url)
    with pytest.raises(ConnectionFailed, match="mocked"):
        client.call_me(max_retries=0)


@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
def test_a_request_that_it_does_not_expect_fails_and_is_not_sent(client, httpx_mock):
    with pytest.raises(TimedOut, match="No response can be found"):
        client.call_me(max_retries=0)


@pytest.mark.httpx_mock(can_send_already_matched_responses=True)
def test_its_responses_release_their_lane(client, httpx_mock, url):
    httpx_mock.add_response(url=url, json=ME)
    assert client.call_me(times=3, deadline=5).firm_name == "Mocked"
