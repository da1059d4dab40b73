"""What can be seen of each request, in log records, hooks and spans; and what cannot."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import Any

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from woodpecker_auth import CompanyScope
from woodpecker_client import Agency, ApiError, AsyncAgency, Attempt, Hooks, NotFound, PolicyError
from woodpecker_client.api.companies import list_companies
from woodpecker_client.tracing import OpenTelemetryHooks
from woodpecker_runtime import retries

BOXES: list[dict[str, Any]] = []


class Seen(Hooks):
    """Keeps the attempts that it is called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Attempt, dict[str, object]]] = []

    def on_request(self, attempt: Attempt) -> None:
        self.calls.append(("request", attempt, attempt.fields()))

    def on_response(self, attempt: Attempt) -> None:
        self.calls.append(("response", attempt, attempt.fields()))


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)


def transport(*statuses: int) -> httpx.MockTransport:
    left = list(statuses)
    return httpx.MockTransport(lambda request: httpx.Response(left.pop(0), json=BOXES))


def agency(*statuses: int, **settings: Any) -> Agency:
    return Agency("hq-key", transport=transport(*statuses), **settings)


def test_each_request_is_told_before_and_after():
    seen = Seen()
    agency(429, 200, hooks=[seen]).account(7).mailboxes.list()
    assert [(kind, fields["attempt"], fields["status"]) for kind, _, fields in seen.calls] == [
        ("request", 1, None), ("response", 1, 429), ("request", 2, None), ("response", 2, 200),
    ]  # fmt: skip
    last = seen.calls[-1][1]
    assert (last.operation, last.method, last.path, last.company) == ("listMailboxes", "GET", "/v2/mailboxes", 7)
    assert last.base_url == "https://api.woodpecker.co/rest" and last.error is None
    assert 0 <= last.lane_wait <= last.duration < 5
    assert type(seen.calls[1][1].error).__name__ == "RateLimited"


def test_asyncio_tells_the_same():
    seen = Seen()

    async def main() -> None:
        async with AsyncAgency("hq-key", transport=transport(500, 200), hooks=[seen]) as hq:
            await hq.account(7).mailboxes.list()

    asyncio.run(main())
    assert [fields["status"] for _, _, fields in seen.calls] == [None, 500, None, 200]


def test_the_wait_in_the_lane_is_reported():
    seen = Seen()

    async def main() -> None:
        async def slow(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(0.05)
            return httpx.Response(200, json=BOXES)

        async with AsyncAgency("hq-key", transport=httpx.MockTransport(slow), hooks=[seen]) as hq:
            await asyncio.gather(*(hq.account(7).mailboxes.list() for _ in range(3)))

    asyncio.run(main())
    waits = sorted(one.lane_wait for kind, one, _ in seen.calls if kind == "response")
    assert waits[0] < 0.04 < waits[1] < waits[2]
    assert all(one.duration >= one.lane_wait for _, one, _ in seen.calls if one.duration)


def test_threads_are_told_their_wait_too():
    seen = Seen()

    def slow(request: httpx.Request) -> httpx.Response:
        while sum(kind == "request" for kind, *_ in seen.calls) < 2:  # the other thread is about to wait
            sleep(0.001)
        sleep(0.2)
        return httpx.Response(200, json=BOXES)

    with Agency("hq-key", transport=httpx.MockTransport(slow), hooks=[seen]) as hq:
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(lambda _: hq.account(7).mailboxes.list(), range(2)))
    waits = sorted(one.lane_wait for kind, one, _ in seen.calls if kind == "response")
    assert waits[0] < 0.04 < waits[1]


def test_a_refusal_before_the_network_is_told():
    seen = Seen()
    hq = agency(hooks=[seen])
    with pytest.raises(PolicyError):
        list_companies.sync(client=hq._client.scoped(CompanyScope(7)))
    assert [kind for kind, _, _ in seen.calls] == ["request", "response"]
    assert isinstance(seen.calls[1][1].error, PolicyError)


def test_a_hook_may_stop_a_call_before_it_is_sent():
    class Stop(Hooks):
        def on_request(self, attempt: Attempt) -> None:
            raise LookupError("not now")

    seen = Seen()
    with pytest.raises(LookupError):
        agency(hooks=[seen, Stop()]).account(7).mailboxes.list()
    assert [kind for kind, _, _ in seen.calls] == ["request", "response"]


def test_a_hook_that_fails_after_the_response_does_not_lose_it(caplog):
    class Broken(Hooks):
        def on_response(self, attempt: Attempt) -> None:
            raise LookupError("canary-detail")

    seen = Seen()
    assert agency(200, hooks=[Broken(), seen]).account(7).mailboxes.list() == []
    assert len(seen.calls) == 2
    assert "a hook failed after listMailboxes: LookupError" in caplog.text and "canary" not in caplog.text


def records(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.name == "woodpecker_client"]


def test_one_record_for_each_request_and_one_for_each_retry(caplog):
    caplog.set_level(logging.DEBUG, "woodpecker_client")
    agency(503, 200).account(7).mailboxes.list()
    assert [(record.levelname, record.status, record.attempt) for record in records(caplog)] == [
        ("DEBUG", 503, 1), ("WARNING", 503, 1), ("DEBUG", 200, 2),
    ]  # fmt: skip
    last = records(caplog)[-1]
    assert (last.operation, last.method, last.path, last.company) == ("listMailboxes", "GET", "/v2/mailboxes", 7)
    assert last.lane_wait_ms >= 0 and last.duration_ms > 0
    assert last.getMessage().startswith("operation=listMailboxes method=GET path=/v2/mailboxes company=7 status=200 ")
    assert records(caplog)[1].reason == "ServerError"


def test_no_record_above_debug_for_a_call_that_works(caplog):
    caplog.set_level(logging.INFO, "woodpecker_client")
    agency(200).account(7).mailboxes.list()
    assert records(caplog) == []


def test_a_program_that_has_not_set_up_logging_sees_nothing():
    program = (
        "import httpx; from woodpecker_client import Agency; left = [503, 200]\n"
        "network = httpx.MockTransport(lambda request: httpx.Response(left.pop(0), json=[]))\n"
        "Agency('k', transport=network).account(7).mailboxes.list()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_record_holds_a_key_or_an_address(caplog):
    caplog.set_level(1)
    body = {"title": "Not Found", "status": 404, "detail": "no canary@example.com here"}
    transport = httpx.MockTransport(lambda request: httpx.Response(404, json=body))
    with pytest.raises(NotFound):
        list(Agency("canary-key", transport=transport).blacklist.emails.list(email_filter="canary@example.com"))
    assert records(caplog)
    assert not any("canary" in repr(vars(record)) for record in records(caplog))


@pytest.fixture
def spans() -> Any:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider, exporter.get_finished_spans


def test_a_span_for_each_request(spans):
    provider, finished = spans
    with provider.get_tracer("test").start_as_current_span("job"):
        agency(429, 200, hooks=[OpenTelemetryHooks(provider)]).account(7).mailboxes.list()
    first, second, job = finished()
    assert first.name == second.name == "GET /v2/mailboxes" and first.parent.span_id == job.context.span_id
    assert dict(second.attributes) == {
        "http.request.method": "GET", "url.template": "/v2/mailboxes", "server.address": "api.woodpecker.co",
        "server.port": 443, "woodpecker.operation": "listMailboxes", "woodpecker.company_id": 7,
        "http.request.resend_count": 1, "http.response.status_code": 200,
        "woodpecker.lane_wait_ms": second.attributes["woodpecker.lane_wait_ms"],
    }  # fmt: skip
    assert first.attributes["error.type"] == "RateLimited" and first.status.status_code is StatusCode.ERROR
    assert second.status.status_code is StatusCode.UNSET and second.attributes["woodpecker.lane_wait_ms"] >= 0


def test_what_happens_below_belongs_to_the_span_and_nothing_after_it(spans):
    provider, finished = spans
    inner = []

    def network(request: httpx.Request) -> httpx.Response:
        inner.append(trace.get_current_span().get_span_context().span_id)
        return httpx.Response(200, json=BOXES)

    hq = Agency("hq-key", transport=httpx.MockTransport(network), hooks=[OpenTelemetryHooks(provider)])
    hq.account(7).mailboxes.list()
    assert inner == [finished()[0].context.span_id] and not trace.get_current_span().get_span_context().is_valid


def test_tasks_at_once_keep_their_spans_apart(spans):
    provider, finished = spans

    async def main() -> None:
        async def network(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(0.01)
            return httpx.Response(200, json=BOXES)

        hooks = OpenTelemetryHooks(provider)
        async with AsyncAgency("hq-key", transport=httpx.MockTransport(network), hooks=[hooks]) as hq:
            await asyncio.gather(*(hq.account(number).mailboxes.list() for number in range(1, 21)))
        assert hooks._open == {}

    asyncio.run(main())
    assert {one.attributes["woodpecker.company_id"] for one in finished()} == set(range(1, 21))
    assert all(one.parent is None for one in finished())


def test_a_span_shows_no_text_of_the_api(spans):
    provider, finished = spans
    body = {"title": "Not Found", "status": 404, "detail": "no canary@example.com here"}
    transport = httpx.MockTransport(lambda request: httpx.Response(404, json=body))
    with pytest.raises(ApiError):
        Agency("canary", transport=transport, hooks=[OpenTelemetryHooks(provider)]).account(7).mailboxes.list()
    assert "canary" not in finished()[0].to_json()
