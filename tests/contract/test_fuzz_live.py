"""`nox -s fuzz_live` against a mock in place of a real account, over TLS on loopback."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from woodpecker_auth import CompanyScope, HQKey, PolicyTransport
from woodpecker_client import Observer
from woodpecker_mock import Fault, MockServer
from woodpecker_mock.contract.operations import operations
from woodpecker_mock.mutants.catalog import MUTANTS

from tests.fuzz.live.__main__ import main
from tests.fuzz.live.allowed import Allowed, allowed
from tests.fuzz.live.listed import Listed
from tests.fuzz.live.plan import Plan
from tests.fuzz.live.read_only_transport import ReadOnlyTransport, Refused
from tests.fuzz.live.schema import Schema
from tests.measuring import unmeasured

BOTH = frozenset({"agency", "account"})
READS = {name for name, one in operations().items() if one.method == "GET"}

# What the report says of each mutant of a healthy server: operation, kind, and the place with its status.
DRIFT = {
    "mailboxes-have-a-new-field": ("listMailboxes", "undocumented_field", "200 /[]/reputation"),
    "mailboxes-have-a-new-type": ("listMailboxes", "unknown_value", "200 /[]/type"),
    "warmup-is-never-sent": ("listMailboxes", "never_seen_field", "200 /[]/details/warmup_data"),
    "limits-are-strings": ("listMailboxes", "type", "200 /[]/details/daily_limit"),
    "nothing-is-an-empty-string": ("listMailboxes", "type", "200 /[]/details/freeze_account"),
    "owner-is-null": ("listCompanies", "null", "200 /content/[]/owner"),
    "users-have-a-new-role": ("listCompanyUsers", "unknown_value", "200 /content/[]/roles/[]"),
    "totals-are-strings": ("listBlacklistedEmails", "type", "200 /total"),
    "totals-have-their-older-names": ("listCompanyUsers", "never_seen_field", "200 /pagination_data/total_elements"),
    "pages-are-partial-content": ("listCompanies", "undocumented_status", "206"),
    "figures-are-under-maintenance": ("listDeliverability", "undocumented_status", "503"),
    "quota-headers-are-sent": ("getMe", "undocumented_header", "200 x-ratelimit-remaining"),
    "success-is-hal": ("getMe", "media_type", "200"),
    "errors-are-problem-json": ("listDeliverability", "media_type", "400"),
}
# These two change what a success is, and would hide what is inside of it.
OUTER = ("pages-are-partial-content", "success-is-hal")


@pytest.fixture(autouse=True)
def _unmeasured() -> Iterator[None]:
    """What is tested here does not ship."""
    with unmeasured():
        yield


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A certificate for loopback, its key, and whom to trust for it."""
    folder = tmp_path_factory.mktemp("certificate")
    authority = trustme.CA()
    made = authority.issue_cert("127.0.0.1")
    files = (folder / "certificate.pem", folder / "key.pem", folder / "authority.pem")
    made.cert_chain_pems[0].write_to_path(files[0])
    made.private_key_pem.write_to_path(files[1])
    authority.cert_pem.write_to_path(files[2])
    return files


class Site:
    """A real account for all that the run knows.

    Attributes:
        printed: what the last run printed.
        report: what it wrote.
    """

    def __init__(self, mock: MockServer, report: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.mock, self._report, self._capfd = mock, report, capfd
        self.printed = self.report = ""

    def run(self, *words: str) -> int:
        code = main(["--report", str(self._report), "--pause", "0", "--budget", "60", *words])
        self.printed = "".join(self._capfd.readouterr())
        self.report = self._report.read_text(encoding="utf-8") if self._report.exists() else ""
        return code

    @property
    def requests(self) -> list[tuple[str, str]]:
        """Method and path of each request that arrived."""
        return [(entry.method, entry.path) for entry in self.mock.log]


Live = Callable[..., Site]


@pytest.fixture
def live(
    certificate: tuple[Path, Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[Live]:
    """`live(mutants)`: a site with its HQ key in the environment, where nothing else of the run's is set."""
    for name in [name for name in os.environ if name.startswith("WOODPECKER_") or name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    *files, authority = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    running: list[MockServer] = []

    def start(*mutants: str) -> Site:
        mock = MockServer(certificate=(files[0], files[1]), mutants=mutants)
        running.append(mock.__enter__())
        monkeypatch.setenv("WOODPECKER_API_KEY", mock.world.agencies[0].keys[0].value)
        monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)
        return Site(mock, tmp_path / "report.md", capfd)

    yield start
    for mock in running:
        mock.__exit__()


def values_in(thing: object) -> Iterator[str]:
    """Ids, names, addresses, keys: every value of the world that could be distinguished from a word of the spec."""
    if isinstance(thing, str) and any(sign in thing for sign in "@ .") or type(thing) is int and thing > 10_000:
        yield str(thing)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from values_in(key)
            yield from values_in(value)
    elif isinstance(thing, list | tuple | set):
        for value in thing:
            yield from values_in(value)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from values_in(getattr(thing, one.name))


@cache
def known() -> tuple[Allowed, ...]:
    """What the spec allows."""
    return allowed(Schema(1).raw, BOTH)


# What is requested


def test_only_reads_that_may_be_repeated_and_have_no_effect_are_allowed() -> None:
    expected = [
        name
        for name, one in operations().items()
        if one.method == "GET" and one.raw["x-retry"] == "safe" and not one.raw["x-effect"]
    ]
    assert [one.id for one in known()] == expected
    assert READS - set(expected) == {"listCompanyApiKeys"}, "its responses hold keys"


@pytest.mark.parametrize(
    "change",
    [
        {"x-retry": "rejected-only"},
        {"x-retry": None},
        {"x-effect": ["billable"]},
        {"x-effect": None},
        {"x-route-family": "admin"},
        {"requestBody": {}},
    ],
)
def test_an_operation_is_not_allowed_any_more_when_the_spec_says_more_of_it(change: dict[str, Any]) -> None:
    spec = Schema(1).raw
    spec["paths"]["/v1/me"]["get"] |= change
    assert "getMe" not in {one.id for one in allowed(spec, BOTH)}


def test_a_write_is_not_allowed_even_if_it_may_be_repeated() -> None:
    spec = Schema(1).raw
    item = spec["paths"]["/v2/mailboxes/microsoft/credentials/{credential_id}"]
    item["delete"] |= {"x-retry": "safe", "x-effect": []}
    assert "deleteMicrosoftCredential" not in {one.id for one in allowed(spec, BOTH)}


def test_ids_are_only_what_the_account_listed() -> None:
    listed = Listed(known())
    invalid_ids = [{"id": id} for id in ("8", -1, True, 9.0, None)]
    listed.learn("listCompanies", {"content": [{"id": 7}, *invalid_ids, {}, None]})
    listed.learn("listMailboxes", [{"id": 51}, {"id": 52}])
    listed.learn("getMe", {"firm_id": 4, "content": [{"id": 5}]})
    listed.learn("listCompanies", "nothing")
    assert listed.ids("listCompanyUsers", "company_id") == ["7"]
    assert listed.ids("getMailbox", "id") == ["51", "52"]
    assert listed.ids("getConnectionSummary", "batch_id") == []


def test_the_plan_calls_each_operation_without_a_query_first_and_nothing_twice() -> None:
    listed = Listed(known())
    listed.learn("listCompanies", {"content": [{"id": 7}, {"id": 8}]})
    planned_requests = [*Plan(Schema(1), known(), listed, 100)]
    paths = [(one.path, sorted(one.query.items())) for one in planned_requests]
    assert len({str(path) for path in paths}) == len(paths) > 40
    for operation in {one.operation.id for one in planned_requests}:
        assert next(one.query for one in planned_requests if one.operation.id == operation) == {}
    assert {one.path for one in planned_requests if one.operation.id == "listCompanyUsers"} == {
        "/v2/agency/companies/7/users",
        "/v2/agency/companies/8/users",
    }
    assert not any("mailboxes/" in one.path and "credentials" not in one.path for one in planned_requests)


def test_the_same_seed_makes_the_same_queries() -> None:
    one, other, same = (Schema(seed).queries("listDeliverability", 12) for seed in (1, 2, 1))
    assert one == same != other
    assert len(one) > 5


# The read-only transport


def read_only(
    company: int | None = None, budget: int = 100, respond: Callable[[], httpx.Response] | None = None
) -> ReadOnlyTransport:
    listed = Listed(known())
    listed.learn("listMailboxes", [{"id": 51}])
    network = httpx.MockTransport(lambda request: respond() if respond else httpx.Response(200))
    url = "https://api.example.com/rest"
    return ReadOnlyTransport(network, base_url=url, operations=known(), listed=listed, company=company, budget=budget)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "another method": ({"method": "POST", "url": "/v1/me"}, "none of the allowed"),
    "a method that works like GET": ({"method": "HEAD", "url": "/v1/me"}, "none of the allowed"),
    "a write at a known path": ({"method": "PATCH", "url": "/v2/mailboxes/51"}, "none of the allowed"),
    "an operation with secrets": ({"url": "/v2/agency/companies/51/api_keys"}, "none of the allowed"),
    "an unknown path": ({"url": "/v2/mailboxes/51/more"}, "none of the allowed"),
    "an id that was not listed": ({"url": "/v2/mailboxes/52"}, "has not listed"),
    "a negative id": ({"url": "/v2/mailboxes/-1"}, "has not listed"),
    "an id listed for another parameter": ({"url": "/v2/agency/companies/51/users"}, "has not listed"),
    "an unknown query": ({"url": "/v1/me?delete=true"}, "no such query"),
    "another origin": ({"url": "https://api.example.org/rest/v1/me"}, "another origin or path"),
    "another scheme": ({"url": "http://api.example.com/rest/v1/me"}, "another origin or path"),
    "another port": ({"url": "https://api.example.com:444/rest/v1/me"}, "another origin or path"),
    "another base path": ({"url": "https://api.example.com/v1/me"}, "another origin or path"),
    "a body": ({"url": "/v1/me", "content": b"x"}, "a body"),
    "a streamed body": ({"url": "/v1/me", "content": iter([b"x"])}, "a body"),
    "no company context": ({"url": "/v1/me", "headers": {}}, "company context"),
    "another company context": ({"url": "/v1/me", "headers": {"x-company-id": "8"}}, "company context"),
    "two company contexts": ({"url": "/v1/me", "headers": [("x-company-id", "7")] * 2}, "company context"),
    "a company context on an agency route": ({"url": "/v2/agency/companies"}, "company context"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_transport_refuses(case: str) -> None:
    request, reason = REFUSED[case]
    transport = read_only(company=7)
    with httpx.Client(transport=transport, base_url="https://api.example.com/rest") as http:
        http.get("/v1/me", headers={"x-company-id": "7"})
        http.get("/v2/mailboxes/51", headers={"x-company-id": "7"})
        with pytest.raises(Refused, match=reason):
            http.request(**{"method": "GET", "headers": {"x-company-id": "7"}, **request})
    assert (transport.sent, transport.refused) == (2, 1)


def test_the_transport_lets_no_context_pass_where_none_was_named() -> None:
    with httpx.Client(transport=read_only(), base_url="https://api.example.com/rest") as http:
        http.get("/v1/me")
        with pytest.raises(Refused, match="company context"):
            http.get("/v1/me", headers={"x-company-id": "7"})


def test_the_transport_refuses_what_is_beyond_the_budget() -> None:
    transport = read_only(budget=2)
    with httpx.Client(transport=transport, base_url="https://api.example.com/rest") as http:
        http.get("/v1/me")
        http.get("/v1/me")
        with pytest.raises(Refused, match="budget"):
            http.get("/v1/me")
    assert transport.sent == 2


def test_the_transport_refuses_a_second_request_until_the_first_has_its_response() -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def slow() -> httpx.Response:
        arrived.set()
        assert go_on.wait(10)
        return httpx.Response(200, stream=httpx.ByteStream(b"{}"))

    transport = read_only(respond=slow)
    with httpx.Client(transport=transport, base_url="https://api.example.com/rest") as http:
        first = threading.Thread(target=lambda: http.get("/v1/me"))
        first.start()
        assert arrived.wait(10)
        with pytest.raises(Refused, match="in flight"):
            http.get("/v1/me")
        go_on.set()
        first.join()
        with http.stream("GET", "/v1/me"):
            with pytest.raises(Refused, match="in flight"):
                http.get("/v1/me")
        http.get("/v1/me")
    assert (transport.sent, transport.refused) == (3, 2)


def test_the_transport_sees_what_the_policy_adds() -> None:
    """It is behind the transport that adds key and company: a wrong scope there does not get past it."""
    url = "https://api.example.com/rest"
    transport = PolicyTransport(HQKey("100.key"), read_only(company=7), base_url=url, scope=CompanyScope(8))
    with httpx.Client(transport=transport, base_url=url) as http, pytest.raises(Refused, match="company context"):
        http.get("/v1/me")


# The whole run


def test_a_run_only_reads_one_request_at_a_time_within_its_budget(live: Live) -> None:
    site = live()
    assert site.run() == 0
    request_log = site.mock.request_log
    assert {method for method, _ in site.requests} == {"GET"}
    assert set(site.mock.executed) <= READS - {"listCompanyApiKeys"}
    assert {"getMe", "getMailbox", "listCompanyUsers", "listDeliverability"} <= set(site.mock.executed)
    assert request_log.in_flight_highest == 1
    assert f"{len(site.requests)} requests were sent" in site.report
    assert 30 < len(site.requests) <= 60
    assert {status for _, status in request_log.responses} == {200, 400}
    assert "not sent: no operation that was allowed lists a batch_id" in site.report
    assert all(entry.company is None for entry in request_log.entries)


def test_a_run_is_over_when_the_budget_is(live: Live) -> None:
    site = live()
    assert site.run("--budget", "7") == 0
    assert len(site.requests) == 7
    assert "the budget was used up" in site.printed


@pytest.mark.parametrize(
    "switched_on", [tuple(name for name in DRIFT if name not in OUTER), OUTER], ids=["inside", "outside"]
)
def test_the_report_names_every_planted_mutant_and_no_value(live: Live, switched_on: tuple[str, ...]) -> None:
    assert set(DRIFT) == {name for name, one in MUTANTS.items() if one.kind == "drift"}
    site = live(*switched_on)
    contents: list[bytes] = []
    observed = Observer.saw

    def saw(self: Observer, operation: str, status: int, headers: Any, content: bytes) -> None:
        contents.append(content)
        observed(self, operation, status, headers, content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Observer, "saw", saw)
        assert site.run() == 0
    reported = {
        (section.split("\n", 1)[0], line.split(":")[0].removeprefix("- "), line.split("`")[1])
        for section in site.report.split("\n## ")[1:]
        for line in section.splitlines()
        if "`" in line
    }
    assert {name for name in switched_on if DRIFT[name] not in reported} == set()
    assert {method for method, _ in site.requests} == {"GET"}
    assert site.mock.request_log.in_flight_highest == 1

    # The world's values did come, and none of them is reported.
    world = set(values_in(site.mock.world.agencies))
    assert sum(value.encode() in b"".join(contents) for value in world) > 50
    assert {value for value in world if value in site.report + site.printed} == set()


def test_an_account_that_keeps_to_the_spec_is_not_said_to_contradict_it(live: Live) -> None:
    site = live()
    site.run()
    assert "Where responses contradict the spec: none." in site.printed
    assert "What only schemathesis objects to: nothing." in site.printed


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (401, None, "401 from getMailbox: the key is wrong, or its account has no access to the API"),
        (403, "", "403 from getMailbox: the key may not act for this account"),
        (200, {"status": {"status": "ERROR", "code": "E_SESSION", "msg": "-"}}, "401 from getMailbox"),
    ],
)
def test_a_run_stops_at_the_first_refusal(live: Live, status: int, body: object, reason: str) -> None:
    site = live()
    site.mock.faults.add(Fault(operation="getMailbox", status=status, body=body, times=None))
    assert site.run() == 1
    assert reason in site.printed
    assert reason in site.report
    assert [path for _, path in site.requests][-1].startswith("/v2/mailboxes/")
    assert len(site.requests) == 3


def test_a_run_says_what_an_agency_lacks(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    plain = next(one for one in site.mock.world.agencies if one.access == "no_agency_addon")
    monkeypatch.setenv("WOODPECKER_API_KEY", plain.keys[0].value)
    assert site.run() == 1
    assert "403 from listCompanies: the agency has no agency add-on" in site.printed
    assert site.mock.request_log.responses["listCompanies", 403] == 1


def test_a_busy_account_is_left_alone_after_three_tries(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    site.mock.faults.add(Fault(operation="listCompanies", status=429, times=2))
    assert site.run("--pause", "9") == 0
    assert pauses == [9.0, 9.0]
    site.mock.reset()
    site.mock.faults.add(Fault(operation="listCompanies", status=429, times=None))
    assert site.run("--pause", "9") == 1
    assert "429 from listCompanies, 3 times in a row" in site.printed
    assert site.mock.request_log.responses["listCompanies", 429] == 3
    assert site.requests[-1] == ("GET", "/v2/agency/companies")


def test_v1_says_that_it_is_busy_in_its_own_way(live: Live) -> None:
    site = live()
    body = {"status": {"status": "ERROR", "code": "E_TOO_MANY_REQUESTS", "msg": "-"}}
    site.mock.faults.add(Fault(operation="getMe", status=409, body=body, times=None))
    assert site.run() == 1
    assert "429 from getMe, 3 times in a row" in site.printed


def test_a_run_ends_when_nobody_responds(live: Live) -> None:
    site = live()
    site.mock.faults.add(Fault(kind="close", operation="listCompanies", times=None))
    assert site.run() == 1
    assert "no response (RemoteProtocolError) from listCompanies, 3 times in a row" in site.printed
    assert len([path for _, path in site.requests if path == "/v2/agency/companies"]) == 3


def test_a_run_that_is_interrupted_leaves_what_it_saw(
    live: Live, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(self: Listed, operation: str, body: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Listed, "learn", interrupted)
    site = live()
    with pytest.raises(KeyboardInterrupt):
        site.run()
    report = (tmp_path / "report.md").read_text()
    assert "1 requests were sent, one at a time. It ended because: it was interrupted" in report
    assert "## getMe" in report


def test_no_redirect_is_followed(live: Live) -> None:
    site = live()
    to = {"location": f"{site.mock.base_url}/v2/mailboxes"}
    site.mock.faults.add(Fault(operation="getMe", status=307, body="", headers=to))
    assert site.run("--budget", "1") == 0
    assert site.requests == [("GET", "/v1/me")]
    assert "undocumented_status: `307`" in site.report


def test_a_server_whose_certificate_is_not_trusted_gets_nothing(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    monkeypatch.delenv("SSL_CERT_FILE")
    assert site.run() == 1
    assert "no response (ConnectError) from getMe" in site.printed
    assert not site.requests


def test_only_the_named_company_is_acted_for(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    company = next(iter(site.mock.world.agencies[0].companies))
    monkeypatch.setenv("WOODPECKER_TEST_COMPANY_ID", str(company))
    assert site.run() == 0
    contexts = {(operations()[entry.operation or ""].family, entry.company) for entry in site.mock.log}
    assert contexts == {("account", str(company)), ("agency", None)}
    assert str(company) not in site.report + site.printed


def test_a_client_key_is_used_on_account_routes_only(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    company = next(iter(site.mock.world.agencies[0].companies.values()))
    monkeypatch.setenv("WOODPECKER_API_KEY", company.keys[0].value)
    assert site.run("--client-key") == 0
    assert len(site.mock.executed) > 3
    assert {operations()[name].family for name in site.mock.executed} == {"account"}
    assert {status for _, status in site.mock.request_log.responses} == {200}


def test_what_only_schemathesis_objects_to_is_told_without_values(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    site = live()
    monkeypatch.setattr(Observer, "saw", lambda self, *seen: None)
    site.mock.faults.add(Fault(operation="getMe", status=200, body={"user_id": "a.person@example.com"}))
    assert site.run() == 0
    assert "- getMe, 200: Response violates schema at " in site.report
    assert "What only schemathesis objects to: nothing." not in site.printed
    assert "a.person" not in site.report + site.printed


@pytest.mark.parametrize("key", [None, ""])
def test_without_a_key_nothing_is_sent(live: Live, monkeypatch: pytest.MonkeyPatch, key: str | None) -> None:
    site = live()
    if key is None:
        monkeypatch.delenv("WOODPECKER_API_KEY")
    else:
        monkeypatch.setenv("WOODPECKER_API_KEY", key)
    assert site.run() == 0
    assert site.printed.startswith("Nothing was sent: WOODPECKER_API_KEY is not set.")
    assert not site.requests
    assert not site.report


@pytest.mark.parametrize(
    ("variables", "words", "message"),
    [
        ({"WOODPECKER_API_KEY": "100.secret key"}, [], "an API key is 1 to 512 visible ASCII characters"),
        ({"WOODPECKER_BASE_URL": "http://api.example.com/rest"}, [], "use https"),
        ({"WOODPECKER_TEST_COMPANY_ID": "seven"}, [], "not a company id"),
        ({"WOODPECKER_TEST_COMPANY_ID": "7"}, ["--client-key"], "exclude each other"),
        ({}, ["--budget", "0"], "argument --budget: must be a number from 1 to 99999"),
        ({}, ["--pause", "-1"], "argument --pause: must be seconds"),
        ({}, ["--report", "nowhere/report.md"], "there is no folder nowhere"),
    ],
)
def test_wrong_settings_are_named_before_anything_is_sent(
    live: Live,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    variables: dict[str, str],
    words: list[str],
    message: str,
) -> None:
    site = live()
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        site.run(*words)
    assert ended.value.code == 2
    printed = capfd.readouterr().err
    assert message in printed
    assert "100.secret" not in printed
    assert not site.requests


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.fuzz.live.report import write

    path = tmp_path / "report.md"
    write("old", path)

    def full(*arguments: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="full"):
        write("new", path)
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]
    assert path.read_text() == "old"
