"""When a call is sent again, after which pause, and when that ends. The failures themselves: tests/contract."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from woodpecker_auth import Deadline
from woodpecker_client import Account, ConnectionFailed, RateLimited, ServerError, TimedOut, TransportError
from woodpecker_client.api.companies import create_companies, list_companies
from woodpecker_runtime import retries
from woodpecker_runtime.errors import ApiError, CallError
from woodpecker_runtime.retries import RetryPolicy, may_have_run

SAFE, UNSAFE = list_companies.OPERATION, create_companies.OPERATION
ME = {"user_id": 1, "user_name": "a", "user_email": "b@example.com", "firm_id": 2, "firm_name": "c"}


def refusal(**headers: str) -> RateLimited:
    error = RateLimited("busy")
    error.headers = httpx.Headers(headers)
    return error


@pytest.fixture
def highest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses are as long as they may be."""
    monkeypatch.setattr(retries.random, "uniform", lambda low, high: high)


def pauses(error: CallError, times: int, operation: Any = SAFE, retries: int = 2, deadline: float | None = None) -> Any:
    policy = RetryPolicy(operation, Deadline(deadline), retries)
    return [policy.pause_after(error) for _ in range(times)]


def test_pauses_after_refusals_grow_and_do_not_end(highest):
    assert pauses(refusal(), 8, UNSAFE) == [0.5, 1, 2, 2, 2, 2, 2, 2]


def test_refusals_without_a_deadline_are_repeated_forever(highest):
    assert pauses(refusal(), 3000)[-1] == 2


def test_failures_are_repeated_so_many_times(highest):
    assert pauses(ServerError("x"), 3) == [0.5, 1, None]
    assert pauses(ServerError("x"), 6, retries=5) == [0.5, 1, 2, 2, 2, None]
    assert pauses(ConnectionFailed("x"), 3, UNSAFE) == [0.5, 1, None]


def test_refusals_between_failures_do_not_use_up_the_retries(highest):
    policy = RetryPolicy(SAFE, Deadline(None), 2)
    errors = [ServerError("x"), refusal(), refusal(), TimedOut("x"), refusal(), TransportError("x")]
    assert [policy.pause_after(error) is None for error in errors] == [False] * 5 + [True]


def test_pauses_are_at_random_from_nothing_on():
    drawn = [pauses(refusal(), 1)[0] for _ in range(300)]
    assert len(set(drawn)) > 250 and min(drawn) < 0.05 and 0.45 < max(drawn) <= 0.5


@pytest.mark.parametrize("operation", [SAFE, UNSAFE])
def test_no_retries_means_none_at_all(operation):
    for error in (refusal(), ConnectionFailed("x"), ServerError("x")):
        assert pauses(error, 1, operation, retries=0) == [None]


@pytest.mark.parametrize("error", [ServerError("x"), TimedOut("x"), TransportError("x")])
def test_a_change_that_may_have_run_is_not_repeated(error):
    assert pauses(error, 1, UNSAFE) == [None] and may_have_run(UNSAFE, error)
    assert pauses(error, 1, SAFE) != [None] and not may_have_run(SAFE, error)


@pytest.mark.parametrize(
    "cause",
    [httpx.UnsupportedProtocol("x"), httpx.LocalProtocolError("x"), httpx.TooManyRedirects("x"),
     httpx.DecodingError("x")],
)  # fmt: skip
def test_what_would_fail_again_in_the_same_way_is_not_repeated(cause):
    error = TransportError("x")
    error.__cause__ = cause
    assert pauses(error, 1, SAFE) == [None]


@pytest.mark.parametrize("kind", [ApiError, *ApiError.__subclasses__()])
def test_what_the_api_has_decided_is_not_repeated(kind):
    if kind not in (RateLimited, ServerError):
        assert pauses(kind("x"), 1) == [None]


@pytest.mark.parametrize(
    ("retry_after", "pause"),
    [
        ("3", 3.0), ("0", 0.5), ("", 0.5), ("soon", 0.5), ("-4", 0.5), ("1.5", 1.5), (" 2.25 ", 2.25),
        ("inf", 0.5), ("nan", 0.5), ("1e3", 0.5), ("+3", 0.5), ("3, 4", 0.5), (".5", 0.5),
        ("Wed, 21 Oct 99999999999999999999 07:28:00 GMT", 0.5),
        ("Wed, 21 Oct 2015 07:28:00 +99999999999999999999", 0.5), ("Wed, 99 Oct 2015 07:28:00 GMT", 0.5),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.5),
    ],
)  # fmt: skip
def test_retry_after_is_honored_and_never_shortens_the_pause(highest, retry_after, pause):
    assert pauses(refusal(**{"retry-after": retry_after}), 1) == [pause]
    error = ServerError("x")
    error.headers = httpx.Headers({"retry-after": retry_after})
    assert pauses(error, 1) == [pause]


def test_retry_after_may_be_a_date():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 28 < pauses(refusal(**{"retry-after": later}), 1)[0] <= 30


@pytest.mark.parametrize("retry_after", ["120", "9" * 400])
def test_a_pause_beyond_the_deadline_is_not_begun(retry_after):
    assert pauses(refusal(**{"retry-after": retry_after}), 1, deadline=60) == [None]


@pytest.mark.parametrize("retry_after", ["3600", "99999999999", "9" * 5000, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_pause_of_an_hour_is_not_begun_without_a_deadline_either(retry_after):
    assert pauses(refusal(**{"retry-after": retry_after}), 1, deadline=None) == [None]
    assert pauses(refusal(**{"retry-after": "1800"}), 1, deadline=None) == [1800.0]


def test_a_retry_without_time_to_end_is_not_begun(highest):
    assert pauses(refusal(), 2, deadline=1.6) == [0.5, 1]
    assert pauses(refusal(), 2, deadline=1.2) == [0.5, None]
    assert pauses(refusal(), 1, deadline=0.6) == [None]


Respond = Callable[[int], httpx.Response]


def account(respond: Respond, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> tuple[Account, list[httpx.Request]]:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)
    sent: list[httpx.Request] = []

    def network(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return respond(len(sent))

    return Account("key", transport=httpx.MockTransport(network), **settings), sent


def test_an_error_says_how_many_requests_there_were(monkeypatch):
    client, sent = account(lambda number: httpx.Response(503), monkeypatch, max_retries=4)
    with pytest.raises(ServerError) as caught:
        client.me()
    assert caught.value.attempts == len(sent) == 5


def test_each_attempt_is_the_same_request(monkeypatch):
    client, sent = account(lambda n: httpx.Response(429) if n < 4 else httpx.Response(200), monkeypatch)
    client.mailboxes.update_footer(7, footer="bye")
    assert len({(one.method, str(one.url), one.content) for one in sent}) == 1 and len(sent) == 4
    assert sent[0].content == b'{"footer":"bye"}'


def test_a_deadline_of_the_client_and_one_of_the_call(monkeypatch):
    client, sent = account(lambda number: httpx.Response(429), monkeypatch, deadline=0.5)
    with pytest.raises(RateLimited):
        client.me()
    many = len(sent)
    with pytest.raises(RateLimited):
        client.me(deadline=0)
    assert many > 2 and len(sent) == many + 1


def test_timeouts_are_cut_by_the_deadline(monkeypatch):
    client, sent = account(lambda number: httpx.Response(200, json=ME), monkeypatch, timeout=25, deadline=10)
    client.me()
    client.me(timeout=3, deadline=None)
    client.me(timeout=None, deadline=2)
    longest = [max(phase or 0 for phase in one.extensions["timeout"].values()) for one in sent]
    assert 9 < longest[0] <= 10 and longest[1] == 3 and 1 < longest[2] <= 2


@pytest.mark.parametrize(
    "bad", [{"deadline": -1}, {"deadline": float("nan")}, {"max_retries": -1}, {"max_retries": 1.5}]
)
def test_settings_that_make_no_sense_are_refused(bad):
    with pytest.raises(ValueError, match=next(iter(bad))):
        Account("key", **bad)
