"""Small programs that would expose a secret if one protection were missing. Each returns the canaries it found."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

import httpcore
import httpx
import httpx2
from woodpecker_auth import (
    AsyncPolicyTransport,
    ClientKey,
    CompanyScope,
    HQKey,
    LaneWaitTimeout,
    LocalLanes,
    PolicyError,
    PolicyTransport,
    Secret,
)
from woodpecker_auth.deadline import Deadline
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, Hooks
from woodpecker_client.api.mailboxes import connect_mailboxes
from woodpecker_client.models.connection_summary import ConnectionSummary
from woodpecker_client.models.created_api_key import CreatedApiKey
from woodpecker_client.models.linkedin_connection import LinkedinConnection
from woodpecker_client.models.manual_connection_request import ManualConnectionRequest
from woodpecker_client.models.microsoft_credential_create import MicrosoftCredentialCreate
from woodpecker_runtime.client import Client
from woodpecker_runtime.types import Response

from . import wire
from .calls import FORMS, IDS, mailbox, make, no_pauses
from .canaries import CLIENT_KEY, CLIENT_SECRET, CONNECT_LINK, HQ_KEY, RETURNED_KEY, SMTP_PASSWORD, spotted
from .search import frames, in_error, in_pickle, in_value, reachable, watching

SEVEN = CompanyScope(7)
URL = "https://api.woodpecker.co/rest/v2/mailboxes"
Respond = Callable[[httpx.Request], httpx.Response]


def ok(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=[])


def failure_of(action: Callable[[], object]) -> BaseException:
    """The exception of an action, which has to raise one."""
    try:
        action()
    except BaseException as failure:
        return failure
    raise AssertionError("nothing failed")


def found_in_failure(action: Callable[[], object]) -> set[str]:
    return in_error(failure_of(action))


def agency(respond: Respond, **settings: Any) -> Agency:
    return Agency(HQ_KEY.value, transport=httpx.MockTransport(respond), **{"max_retries": 0, **settings})


def what_holds_a_key() -> set[str]:
    """Everything a user holds that has a key somewhere inside: printed and pickled."""
    hq, client = HQKey(HQ_KEY.value), ClientKey(CLIENT_KEY.value)
    theirs = Agency(HQ_KEY.value)
    held = [
        hq, client, hq.value, {"key": hq}, PolicyTransport(hq), AsyncPolicyTransport(client, scope=None), theirs,
        theirs.own_account, theirs.account(7), Account(CLIENT_KEY.value), AsyncAgency(HQ_KEY.value),
        AsyncAccount(CLIENT_KEY.value), theirs.companies, theirs.companies.api_keys, theirs.companies.with_raw_response,
        theirs.companies.list(), AsyncAgency(HQ_KEY.value).companies.list(), theirs.account(7).mailboxes,
        theirs.account(7).scope, Client("https://x", transport=PolicyTransport(hq)), PolicyTransport(hq)._authorizer,
    ]  # fmt: skip
    return set().union(*(in_value(one) | in_pickle(one) for one in held))


def a_key_that_cannot_be_sent() -> set[str]:
    """A key with a line break, bytes, and a plain string for a transport."""
    found: set[str] = set()
    for make_key in (HQKey, ClientKey, partial(ClientKey, company_id=0)):
        for wrong in (lambda: HQ_KEY.value + "\n", lambda: HQ_KEY.value.encode(), lambda: HQ_KEY.value):
            with suppress(AssertionError):
                found |= found_in_failure(lambda: make_key(wrong()))  # noqa: B023
    for transport in (PolicyTransport, AsyncPolicyTransport):
        found |= found_in_failure(lambda: transport(HQ_KEY.value))  # type: ignore[arg-type]  # noqa: B023
        found |= found_in_failure(lambda: transport(HQKey(HQ_KEY.value), base_url="http://example.com"))  # noqa: B023
    return found


def an_event_hook() -> set[str]:
    """A hook of the caller's own httpx client, which is given the request with the key on it."""
    found: set[str] = set()

    def look(request: httpx.Request) -> None:
        nonlocal found
        assert spotted(request.headers["x-api-key"]), "the key has to be there"
        shown = (request, request.headers, request.headers.raw, list(request.headers.items()))
        found = set().union(*map(in_value, shown), in_pickle(request), in_pickle(request.headers))

    with httpx.Client(transport=httpx.MockTransport(ok), event_hooks={"request": [look]}) as theirs:
        with httpx.Client(transport=PolicyTransport(HQKey(HQ_KEY.value), theirs, scope=SEVEN)) as http:
            http.get(URL)
    return found


def a_header_in_a_log_line() -> set[str]:
    """What hpack does at DEBUG with a header that h2 has stripped."""
    found: set[str] = set()

    def network(request: httpx.Request) -> httpx.Response:
        for name, value in request.headers.raw:
            with watching() as watch:
                logging.getLogger("hpack.hpack").debug("Adding %s to the header table: %s", name.strip(), value.strip())
            found.update(watch.found())
        return ok(request)

    with httpx.Client(transport=PolicyTransport(HQKey(HQ_KEY.value), httpx.MockTransport(network), scope=SEVEN)) as it:
        it.get(URL)
    return found


def _send(base_url: str, **settings: Any) -> Any:
    transport = PolicyTransport(HQKey(HQ_KEY.value), base_url=base_url, scope=SEVEN)
    with httpx.Client(transport=transport, **settings) as http:
        try:
            return http.get(f"{base_url}/v2/mailboxes")
        except httpx.HTTPError as failure:
            return failure


async def _asend(base_url: str, **settings: Any) -> Any:
    transport = AsyncPolicyTransport(HQKey(HQ_KEY.value), base_url=base_url, scope=SEVEN)
    async with httpx.AsyncClient(transport=transport, **settings) as http:
        try:
            return await http.get(f"{base_url}/v2/mailboxes")
        except httpx.HTTPError as failure:
            return failure


def plugin_alone(reply: wire.Reply, asynchronous: bool, **settings: Any) -> set[str]:
    """One request through the transport on an httpx client of one's own, over a socket."""
    with watching() as watch, wire.serving(reply) as (base_url, sent):
        sending = _asend if asynchronous else _send
        given = sending(base_url, **settings)
        given = asyncio.run(given, debug=True) if asynchronous else given
    assert sent and spotted(sent[0])
    found = watch.found()
    if isinstance(given, httpx.Response):
        given = [given, failure_of(given.raise_for_status)] if given.is_error else [given]
    for one in given if isinstance(given, list) else [given]:
        found |= in_error(one) if isinstance(one, BaseException) else in_value(one) | in_pickle(one)
        found |= {f"{core} at {place}" for core, place in reachable(one)}
        request = one.request
        found |= in_value(request.headers.raw) | in_pickle(request) | in_value(vars(one))
    return found


def a_response_of_the_plugin() -> set[str]:
    return plugin_alone(lambda request: wire.as_json(200, []), False)


def a_failure_of_the_plugin() -> set[str]:
    return plugin_alone(wire.reset, False) | plugin_alone(wire.reset, True)


class _Unwritable(httpcore.NetworkStream):
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        assert spotted(buffer)
        raise httpcore.WriteTimeout("the network is slow")

    def close(self) -> None: ...


class _Backend(httpcore.NetworkBackend):
    def connect_tcp(self, *args: Any, **settings: Any) -> httpcore.NetworkStream:
        return _Unwritable()


def a_write_that_fails() -> set[str]:
    """The bytes that were to be written, key and all, stand in a frame of httpcore."""
    broken = httpx.HTTPTransport()
    broken._pool = httpcore.ConnectionPool(network_backend=_Backend())
    base_url = "http://127.0.0.1:9/rest"
    transport = PolicyTransport(HQKey(HQ_KEY.value), broken, base_url=base_url, scope=SEVEN)
    with httpx.Client(transport=transport) as http:
        return found_in_failure(lambda: http.get(f"{base_url}/v2/mailboxes"))


def a_quoted_header_line() -> set[str]:
    """h11 quotes in its message what it cannot parse, and here that is the header with the key."""
    found = set().union(*(plugin_alone(wire.not_http, asynchronous) for asynchronous in (False, True)))
    return {leak for leak in found if "record of httpcore" not in leak}  # written before anyone else sees it


def a_redirect_that_quotes_the_key() -> set[str]:
    """httpx logs the URL it goes on to."""
    return {
        leak for leak in plugin_alone(wire.redirect, False, follow_redirects=True) if "record of httpcore" not in leak
    }


def _calls(form: str, reply: wire.Reply, calls: list[str], **settings: Any) -> set[str]:
    with watching() as watch, no_pauses(), wire.serving(reply) as (base_url, sent):
        *given, _ = make(FORMS[form], base_url, calls, **{"max_retries": 0, **settings})
    assert all(map(spotted, sent)) and sent
    found: set[str] = {leak for leak in watch.found() if "record of httpcore" not in leak}
    for outcome in given:
        found |= in_error(outcome) if isinstance(outcome, BaseException) else in_value(outcome) | in_pickle(outcome)
    return found


def a_failed_call() -> set[str]:
    """No response: the request, with the passwords in its body, is in the frames below."""
    return _calls("Account", wire.reset, ["connect mailboxes"])


def a_failed_call_in_asyncio() -> set[str]:
    return _calls("AsyncAccount", wire.reset, ["connect mailboxes"])


def an_unreadable_response() -> set[str]:
    """What should have been a key, in the frames of those who tried to read it and in the body of the error."""
    return _calls("Agency", wire.wrong_types, ["create key", "list keys"]) | _calls(
        "AsyncAgency", wire.cut_json, ["create key", "list keys"]
    )


def an_error_that_quotes_the_key() -> set[str]:
    return _calls("Agency", wire.v2_error(500), ["list keys"])


def an_error_that_quotes_the_body() -> set[str]:
    return _calls("Account", wire.coded_error, ["connect mailboxes"])


def a_page_that_quotes_the_request() -> set[str]:
    return _calls("Account", wire.page(502), ["connect mailboxes"])


def a_raw_response() -> set[str]:
    """A new key with the bytes it came in, printed and pickled."""
    return _calls("Agency, raw", wire.success, ["create key", "list keys", "create linkedin"])


def the_bytes_of_a_raw_response() -> set[str]:
    with agency(lambda request: httpx.Response(201, json={"api_key": RETURNED_KEY.value})) as hq:
        content = hq.companies.api_keys.with_raw_response.create(7, label="crm").content
    assert RETURNED_KEY.value in json.loads(content).values()
    return in_value(content) | in_pickle(content) | in_value(content[:90])


def a_raw_response_that_quotes_the_request() -> set[str]:
    """A success of an operation that brings no secret, and here does."""
    with wire.serving(wire.success_with_echo) as (base_url, _):
        *given, _ = make(FORMS["Account, raw"], base_url, ["connect mailboxes"])
    assert isinstance(given[0], Response) and spotted(given[0].content)
    return in_value(given[0])


def a_long_secret() -> set[str]:
    """Debuggers truncate long texts, and a slice of a secret is not the secret itself."""
    key = CreatedApiKey(RETURNED_KEY.value)
    link = LinkedinConnection(5, CONNECT_LINK.value)
    return in_value(key) | in_value(link) | in_value(key.api_key) | in_value(link.connect_account_link[:70])


def a_model_with_a_secret() -> set[str]:
    return in_value(mailbox()) | in_value([mailbox()]) | in_value(mailbox().to_dict())


def the_pickle_of_a_secret() -> set[str]:
    return in_pickle(mailbox()) | in_pickle(CreatedApiKey(RETURNED_KEY.value)) | in_pickle(Secret(RETURNED_KEY.value))


def an_unknown_field() -> set[str]:
    return in_value(CreatedApiKey.from_dict({"api_key": "x", "refresh": {"token": RETURNED_KEY.value}}))


def an_object_without_a_model() -> set[str]:
    counts = dict.fromkeys((name for name in ConnectionSummary._names if name.endswith("count")), 1)
    failed = [{"smtp_email": "a@example.com", "smtp_password": SMTP_PASSWORD.value}]
    return in_value(
        ConnectionSummary.from_dict(
            {
                "processing_finished": True, "batch_size": 1, **counts,
                "conditionally_connected_mailboxes": [], "failed_mailboxes": failed,
            }
        )
    )  # fmt: skip


def a_value_that_does_not_fit() -> set[str]:
    """The message for a secret that is not a string."""
    return set().union(
        *(in_value(failure_of(lambda: CreatedApiKey.from_dict({"api_key": wrong})))  # noqa: B023
          for wrong in ([RETURNED_KEY.value], {RETURNED_KEY.value: 1}, RETURNED_KEY.value.encode()))
    )  # fmt: skip


def a_document_that_does_not_fit() -> set[str]:
    """The frames of those who read it."""
    found = found_in_failure(lambda: CreatedApiKey.from_dict({"api_key": {"is": RETURNED_KEY.value}}))
    return found | found_in_failure(lambda: ManualConnectionRequest.from_dict({"mailboxes": [mailbox().to_dict(), 7]}))


def a_constructor_that_refuses() -> set[str]:
    """Its arguments, the right ones among them, stand in its frame."""

    def construct(**wrong: Any) -> None:
        MicrosoftCredentialCreate(**IDS, client_secret=CLIENT_SECRET.value, **wrong)

    found = found_in_failure(lambda: construct(secret_expires_at="x", wrong=1))
    return found | found_in_failure(lambda: construct(secret_expires_at=datetime(2027, 1, 1)))  # without a zone


def a_text_that_cannot_be_sent() -> set[str]:
    """A lone surrogate beside a password: the error of the encoder holds the whole body."""
    with Account(CLIENT_KEY.value, transport=httpx.MockTransport(ok)) as account:
        return found_in_failure(
            lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox(smtp_from_name="\ud800")])
        )


def an_error_of_a_transport_that_quotes_the_request() -> set[str]:
    """A custom transport, whose errors quote the request."""

    def quoting(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError(f"no response to {request.headers['x-api-key'] + ''!s} {request.read().decode()}")

    with Account(CLIENT_KEY.value, transport=httpx.MockTransport(quoting), max_retries=0) as account:
        return found_in_failure(lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]))


def a_status_raised_by_a_hook_of_theirs() -> set[str]:
    """httpx's error holds the response, and that its request, with the body."""
    transport = httpx.MockTransport(lambda request: httpx.Response(400, text=request.read().decode()))
    with httpx.Client(transport=transport, event_hooks={"response": [httpx.Response.raise_for_status]}) as theirs:
        with Account(CLIENT_KEY.value, http_client=theirs) as account:
            return found_in_failure(lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]))


def a_failure_of_a_client_of_httpx2() -> set[str]:
    """Its errors hold a request of its own, made from ours: the network's, and those of a hook."""

    def broken(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadError(f"no response to {request.headers['x-api-key'] + ''!s}", request=request)

    def bad(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(400, text=request.read().decode())

    async def araise(response: httpx2.Response) -> None:
        response.raise_for_status()

    async def main(respond: Callable[[httpx2.Request], httpx2.Response]) -> None:
        async with httpx2.AsyncClient(
            transport=httpx2.MockTransport(respond), event_hooks={"response": [araise]}
        ) as own:
            async with AsyncAccount(CLIENT_KEY.value, http_client=own, max_retries=0) as account:
                await account.mailboxes.manual_connection.connect(mailboxes=[mailbox()])

    found: set[str] = set()
    for respond in (broken, bad):
        hooks = {"response": [httpx2.Response.raise_for_status]}
        with httpx2.Client(transport=httpx2.MockTransport(respond), event_hooks=hooks) as own:
            with Account(CLIENT_KEY.value, http_client=own, max_retries=0) as account:
                found |= found_in_failure(lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]))
        found |= found_in_failure(lambda: asyncio.run(main(respond)))  # noqa: B023
    return found


def an_interrupt() -> set[str]:
    """Ctrl-C during a request."""

    def interrupt(request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    with Account(CLIENT_KEY.value, transport=httpx.MockTransport(interrupt)) as account:
        return found_in_failure(lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]))


def a_cancelled_call() -> set[str]:
    async def main(base_url: str) -> None:
        async with AsyncAccount(CLIENT_KEY.value, base_url=base_url) as account:
            await asyncio.wait_for(account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]), 0.2)

    with wire.serving(wire.silence) as (base_url, sent):
        found = found_in_failure(lambda: asyncio.run(main(base_url), debug=True))
    assert spotted(sent[0])
    return found


def a_refusal() -> set[str]:
    """Every way in which the policy refuses a call that carries a secret."""
    transport = PolicyTransport(ClientKey(CLIENT_KEY.value), httpx.MockTransport(ok))
    client = Client(transport=transport)
    body = ManualConnectionRequest([mailbox()])
    hq = Client(transport=PolicyTransport(HQKey(HQ_KEY.value), httpx.MockTransport(ok)))
    refusals: list[Callable[[], object]] = [
        lambda: connect_mailboxes.sync(client=client, body=body, x_company_id=7),
        lambda: connect_mailboxes.sync(client=hq, body=body),
        lambda: connect_mailboxes.sync(client=hq.scoped(CompanyScope(8)), body=body, x_company_id=7),
        lambda: connect_mailboxes.sync(client=hq, body=body, x_company_id=-1),
    ]
    assert all(isinstance(failure_of(refused), PolicyError) for refused in refusals)
    return set().union(*map(found_in_failure, refusals))


def a_redirect_to_elsewhere() -> set[str]:
    """A redirect would send the body, with passwords, to another host."""
    away = httpx.MockTransport(lambda request: httpx.Response(307, headers={"location": "https://h.example/"}))
    with Account(CLIENT_KEY.value, transport=away, follow_redirects=True) as account:
        failure = failure_of(lambda: account.mailboxes.manual_connection.connect(mailboxes=[mailbox()]))
    assert isinstance(failure, PolicyError)
    return in_error(failure)


def a_lane_wait_that_timed_out() -> set[str]:
    """A lane key is derived from the API key."""
    lanes = LocalLanes(1)
    transport = PolicyTransport(ClientKey(CLIENT_KEY.value), httpx.MockTransport(ok), lanes=lanes, deadline=0.05)
    account = transport._authorizer._lane_keys._own
    held = lanes.acquire(account, Deadline(None))
    try:
        with httpx.Client(transport=transport) as http:
            failure = failure_of(lambda: http.get(URL))
    finally:
        held.release()
    assert isinstance(failure, LaneWaitTimeout)
    return in_error(failure) | in_value(failure.lane_key)


def work_that_fails() -> set[str]:
    """`across_companies`, blocking and in asyncio: outcomes, their errors, what a hook received."""
    seen: list[Any] = []

    class Collect(Hooks):
        def on_response(self, attempt: Any) -> None:
            seen.append(attempt)

    def respond(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            companies = [{"id": number, "name": f"c{number}", "active": True} for number in (7, 8, 9)]
            return httpx.Response(200, json={"content": companies, "pagination_data": {"total_pages": 1}})
        if request.headers["x-company-id"] == "8":
            raise httpx.ReadError("reset")
        text = request.read().decode() + repr(request.headers.multi_items()) + request.headers["x-api-key"]
        return httpx.Response(409, json={"title": "Conflict", "status": 409, "detail": text})

    def work(account: Any) -> Any:
        return account.mailboxes.manual_connection.connect(mailboxes=[mailbox()])

    async def main() -> list[Any]:
        network = httpx.MockTransport(respond)
        async with AsyncAgency(HQ_KEY.value, transport=network, hooks=[Collect()], max_retries=0) as hq:
            return [outcome async for outcome in hq.across_companies(work)]

    with watching() as watch:
        with agency(respond, hooks=[Collect()]) as hq:
            outcomes = list(hq.across_companies(work))
        outcomes += asyncio.run(main(), debug=True)
    assert len(outcomes) == 6 and all(outcome.error is not None for outcome in outcomes)
    found = watch.found()
    for one in [*outcomes, *seen]:
        found |= in_value(one) | in_pickle(one) | {f"{core} at {place}" for core, place in reachable(one)}
        found |= in_error(one.error) if one.error else set()
    return found


def a_hook_that_fails() -> set[str]:
    """A careless hook, whose exception quotes the request."""

    class Careless(Hooks):
        def on_response(self, attempt: Any) -> None:
            raise ValueError(f"cannot note {HQ_KEY.value}")

    with watching() as watch, agency(ok, hooks=[Careless()]) as hq:
        hq.account(7).mailboxes.list()
    assert any(record.name == "woodpecker_client" and record.levelno >= logging.ERROR for record in watch.records)
    return watch.found()


def a_hook_that_stops_the_call() -> set[str]:
    class Strict(Hooks):
        def on_request(self, attempt: Any) -> None:
            raise RuntimeError("not today")

    with agency(ok, hooks=[Strict()]) as hq:
        return found_in_failure(lambda: hq.account(7).mailboxes.manual_connection.connect(mailboxes=[mailbox()]))


def what_was_being_handled_before() -> set[str]:
    """A call inside an `except` block: the caller's frames are left alone, and hold no secret of ours."""

    def retry() -> None:
        with agency(lambda request: httpx.Response(500)) as hq:
            try:
                hq.account(7).mailboxes.manual_connection.connect(mailboxes=[mailbox()])
            except Exception:
                hq.account(7).mailboxes.manual_connection.connect(mailboxes=[mailbox()])

    failure = failure_of(retry)
    assert failure.__context__ is not None and any(name.endswith("retry") for name, _ in frames(failure))
    return in_error(failure)


PROBES: dict[str, Callable[[], set[str]]] = {
    name.replace("_", " "): probe
    for name, probe in list(globals().items())
    if callable(probe)
    and getattr(probe, "__module__", "") == __name__
    and not name.startswith("_")
    and name not in {"ok", "failure_of", "found_in_failure", "agency", "plugin_alone"}
}
