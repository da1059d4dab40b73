"""Canaries: whatever fails, and wherever, the exception does not contain the key."""

from __future__ import annotations

import asyncio
import logging
import pickle
import socket
import traceback
from collections.abc import Iterator

import httpx
import pytest
from woodpecker_auth import AsyncPolicyTransport, CompanyScope, HQKey, PolicyTransport
from woodpecker_auth.exception_redaction import redact_exceptions

CANARY = "canary-4f1e77"
KEY, SEVEN = HQKey(CANARY), CompanyScope(7)
ACCOUNT = "https://api.woodpecker.co/rest/v2/mailboxes"


def chain(error: BaseException) -> Iterator[BaseException]:
    pending, seen = [error], []
    while pending:
        link = pending.pop()
        if link is None or any(link is other for other in seen):
            continue
        seen.append(link)
        yield link
        pending += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]


def frames(error: BaseException) -> Iterator[dict[str, object]]:
    for link in chain(error):
        for frame, _ in traceback.walk_tb(link.__traceback__):
            yield frame.f_locals


def left_behind(error: BaseException) -> list[str]:
    """Every text in which an error tracker could find the key."""
    texts = ["".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())]
    for link in chain(error):
        texts += [str(link), repr(link), repr(link.args)]
        for holder in (link, getattr(link, "response", None)):
            if getattr(holder, "_request", None) is not None:
                texts += [repr(holder.request.headers.raw), repr(pickle.dumps(holder.request))]
    for values in frames(error):
        for value in list(values.values()):
            texts.append(repr(value))
            headers = getattr(value, "headers", None)
            if headers is not None:
                texts.append(repr([(bytes(n), bytes(v)) for n, v in getattr(headers, "raw", headers)]))
    return texts


def clean(error: BaseException) -> bool:
    texts = left_behind(error)
    assert len(texts) > 4
    return not any(CANARY in text for text in texts)


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def test_the_canary_is_found_without_redaction():
    # If this fails, the tests below prove nothing.
    with pytest.raises(httpx.ConnectError) as failed:
        httpx.get(f"http://127.0.0.1:{unused_port()}/", headers={"x-api-key": CANARY}, trust_env=False)
    assert not clean(failed.value)


def test_a_refused_connection(send):
    base = f"http://127.0.0.1:{unused_port()}/rest"
    with pytest.raises(httpx.ConnectError) as failed:
        send(KEY, f"{base}/v2/mailboxes", base_url=base, scope=SEVEN)
    assert clean(failed.value) and str(failed.value) and failed.value.__cause__ is not None
    assert failed.value.request.url == f"{base}/v2/mailboxes"


@pytest.mark.parametrize("inner", ["plain client", "own transport"])
def test_a_reset_before_the_response(listen, inner):
    api = listen("127.0.0.1", lambda head: None)
    sending = httpx.HTTPTransport() if inner == "own transport" else None
    with httpx.Client(transport=PolicyTransport(KEY, sending, base_url=f"{api.url}/rest", scope=SEVEN)) as http:
        with pytest.raises(httpx.TransportError) as failed:
            http.get(f"{api.url}/rest/v2/mailboxes")
    assert clean(failed.value)
    assert CANARY in api.heads[0]


HALF = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"


@pytest.mark.parametrize("inner", ["plain client", "own transport"])
def test_a_response_that_breaks_off(listen, inner):
    api = listen("127.0.0.1", lambda head: HALF)
    sending = httpx.HTTPTransport() if inner == "own transport" else None
    with httpx.Client(transport=PolicyTransport(KEY, sending, base_url=f"{api.url}/rest", scope=SEVEN)) as http:
        with pytest.raises(httpx.RemoteProtocolError) as failed:
            http.get(f"{api.url}/rest/v2/mailboxes")
    assert clean(failed.value)
    assert CANARY in api.heads[0]
    assert "x-api-key" not in failed.value.request.headers


@pytest.mark.parametrize("inner", ["plain client", "own transport"])
def test_a_response_that_breaks_off_in_asyncio(listen, inner):
    api = listen("127.0.0.1", lambda head: HALF)

    async def main() -> None:
        sending = httpx.AsyncHTTPTransport() if inner == "own transport" else None
        transport = AsyncPolicyTransport(KEY, sending, base_url=f"{api.url}/rest", scope=SEVEN)
        async with httpx.AsyncClient(transport=transport) as http:
            await http.get(f"{api.url}/rest/v2/mailboxes")

    with pytest.raises(httpx.RemoteProtocolError) as failed:
        asyncio.run(main())
    assert clean(failed.value)
    assert CANARY in api.heads[0]


@pytest.mark.parametrize("phase", ["headers", "body"])
def test_a_timeout(listen, send, phase):
    waiting = socket.create_server(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{waiting.getsockname()[1]}/rest"
    if phase == "body":
        waiting.close()
        api = listen("127.0.0.1", lambda head: HALF)
        base = f"{api.url}/rest"
    with pytest.raises(httpx.TransportError) as failed:
        send(KEY, f"{base}/v2/mailboxes", base_url=base, scope=SEVEN, timeout=0.2)
    waiting.close()
    assert clean(failed.value)


def test_a_cancelled_task():
    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            base = f"http://127.0.0.1:{silent.getsockname()[1]}/rest"
            async with httpx.AsyncClient(transport=AsyncPolicyTransport(KEY, base_url=base, scope=SEVEN)) as http:
                await asyncio.wait_for(http.get(f"{base}/v2/mailboxes"), 0.2)

    with pytest.raises(TimeoutError) as failed:
        asyncio.run(main())
    assert clean(failed.value)


@pytest.mark.parametrize("kind", [ValueError, KeyboardInterrupt, httpx.ReadError])
def test_a_failure_of_another_type(network, kind):
    """A group of errors, with a cause and a context: each has frames of its own."""

    def failing(request: httpx.Request, error: BaseException) -> BaseException:
        try:
            raise error
        except BaseException as caught:
            return caught

    def fail(request: httpx.Request) -> httpx.Response:
        several = [failing(request, OSError("one")), failing(request, kind("two"))]
        cause = failing(request, LookupError("cause"))
        try:
            raise failing(request, KeyError("being handled"))
        except KeyError:
            raise BaseExceptionGroup("several", several) from cause

    network.respond = fail
    with pytest.raises(BaseExceptionGroup) as failed:
        PolicyTransport(KEY, network.transport, scope=SEVEN).handle_request(httpx.Request("GET", ACCOUNT))
    network.sent.clear()
    assert clean(failed.value)
    assert traceback.extract_tb(failed.value.__traceback__)[-1].name == "fail", "where it failed has to stay known"


@pytest.mark.parametrize(
    "make",
    [
        lambda: ValueError(CANARY.encode()), lambda: RuntimeError({"x-api-key": [CANARY]}),
        lambda: KeyError(("a", CANARY)), lambda: OSError(5, CANARY, CANARY, None, CANARY), lambda: OSError(CANARY),
        lambda: UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, CANARY),
        lambda: UnicodeEncodeError("ascii", CANARY, 0, 1, CANARY),
    ],
)  # fmt: skip
def test_a_key_in_any_part_of_a_message(make):
    with pytest.raises(Exception) as failed:
        with redact_exceptions(None, lambda: [CANARY]):
            raise make()
    assert CANARY not in f"{failed.value} {failed.value!r} {failed.value.args} {vars(failed.value)}"
    assert "***" in str(failed.value) and type(failed.value) is type(make())


def test_what_holds_no_key_is_kept():
    with pytest.raises(OSError) as failed:
        with redact_exceptions(None, lambda: [CANARY]):
            raise OSError(2, "No such file", b"name")
    assert failed.value.args == (2, "No such file") and failed.value.filename == b"name"
    with pytest.raises(ValueError) as failed:
        with redact_exceptions(None, lambda: [CANARY]):
            raise ValueError({"a": 1}, [2], None)
    assert failed.value.args == ({"a": 1}, [2], None)


def test_a_hook_of_the_callers_client_that_raises_for_the_status(network):
    network.respond = lambda request: httpx.Response(403)
    with httpx.Client(
        transport=network.transport, event_hooks={"response": [httpx.Response.raise_for_status]}
    ) as theirs:
        with httpx.Client(transport=PolicyTransport(KEY, theirs, scope=SEVEN)) as http:
            with pytest.raises(httpx.HTTPStatusError) as failed:
                http.get(ACCOUNT)
    assert clean(failed.value) and "x-api-key" not in failed.value.response.request.headers


def test_a_failure_while_closing():
    class Stream(httpx.SyncByteStream):
        def __init__(self, request: httpx.Request) -> None:
            self.request = request

        def __iter__(self) -> Iterator[bytes]:
            yield b""

        def close(self) -> None:
            held = self.request.headers["x-api-key"]
            raise httpx.CloseError(f"after {len(held)}", request=self.request)

    network = httpx.MockTransport(lambda request: httpx.Response(200, stream=Stream(request)))
    response = PolicyTransport(KEY, network, scope=SEVEN).handle_request(httpx.Request("GET", ACCOUNT))
    with pytest.raises(httpx.CloseError) as failed:
        response.close()
    assert clean(failed.value) and "x-api-key" not in failed.value.request.headers


def test_an_exception_that_the_caller_handles_keeps_its_frames():
    def callers_own() -> None:
        mine = "still here"
        raise LookupError(len(mine))

    with pytest.raises(httpx.ConnectError) as failed:
        try:
            callers_own()
        except LookupError:
            with redact_exceptions(httpx.Request("GET", ACCOUNT)):
                raise httpx.ConnectError("refused")  # noqa: B904
    before = failed.value.__context__
    assert isinstance(before, LookupError)
    assert any(values.get("mine") == "still here" for values in frames(before))


def test_a_response_and_its_request_hold_no_key(send, listen, http_response):
    api = listen("127.0.0.1", lambda head: http_response(200, b"[]"))
    done = send(KEY, f"{api.url}/rest/v2/mailboxes", base_url=f"{api.url}/rest", scope=SEVEN)
    assert CANARY in api.heads[0]
    for shown in (repr(done), repr(done.request.headers.raw), repr(vars(done)), repr(pickle.dumps(done))):
        assert CANARY not in shown
    with pytest.raises(httpx.HTTPStatusError) as failed:
        httpx.Response(500, request=done.request).raise_for_status()
    assert clean(failed.value)


def test_no_log_record_at_any_level_holds_the_key(send, listen, http_response, caplog):
    caplog.set_level(logging.NOTSET)
    for name in ("httpx", "httpcore", "httpcore.http11", "httpcore.connection", "asyncio"):
        caplog.set_level(1, name)
    elsewhere = listen("127.0.0.2")
    replies = iter(
        [http_response(302, location="/rest/v2/moved"), http_response(302, location=f"{elsewhere.url}/"), None]
    )
    api = listen("127.0.0.1", lambda head: next(replies))
    settings = {"base_url": f"{api.url}/rest", "scope": SEVEN, "follow_redirects": True}
    send(KEY, f"{api.url}/rest/v2/mailboxes", **settings)
    with pytest.raises(httpx.TransportError):
        send(KEY, f"{api.url}/rest/v2/mailboxes", **settings)
    names = {record.name for record in caplog.records}
    # asyncio's connections do without httpcore.
    assert {"httpx", "asyncio"} <= names or {"httpx", "httpcore.http11", "httpcore.connection"} <= names
    assert CANARY not in caplog.text
    assert not any(CANARY in repr(vars(record)) for record in caplog.records)
