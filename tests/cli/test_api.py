"""`woodpecker api`: each option, and each exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from woodpecker_cli.described import with_outcome_check
from woodpecker_client import UNSET
from woodpecker_mock import Fault, MockServer
from woodpecker_runtime.any_route import any_request

from .conftest import Run

NEW = {"companies": [{"name": "New Client"}]}
COMPANIES = "/v2/agency/companies"


def test_an_agency_route(woodpecker: Run) -> None:
    done = woodpecker("api", "GET", COMPANIES, "--param", "page=1", "--param", "active=true")

    assert (done.status, done.err) == (0, "")
    assert all(company["active"] for company in json.loads(done.out)["content"])
    assert done.out.startswith('{\n  "content": [\n    {\n') and "Ångström" in done.out


def test_an_account_route_for_a_company_and_for_the_own_account(woodpecker: Run, mock: MockServer) -> None:
    clients, own = (woodpecker("api", "GET", "/v1/me", *w) for w in (["--company", "880101"], ["--own-account"]))

    assert json.loads(clients.out)["firm_id"] == 880101
    assert json.loads(own.out)["firm_name"] == "Blue Heron Agency"
    assert list(mock.executed_for) == [("getMe", 880101), ("getMe", None)]


@pytest.mark.parametrize("by", ["option", "variable"])
def test_a_clients_own_key(woodpecker: Run, mock: MockServer, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.client_key(880101))
    if by == "variable":
        monkeypatch.setenv("WOODPECKER_KEY_KIND", "client")
    option = ["--client-key"] if by == "option" else []

    assert json.loads(woodpecker("api", "GET", "/v1/me", *option).out)["firm_id"] == 880101


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["/v2/mailboxes"], ["--company ID", "--own-account"]),
        ([COMPANIES, "--company", "880101"], ["leave --company and --own-account out"]),
        ([COMPANIES, "--own-account"], ["leave --company and --own-account out"]),
        (["/v2/mailboxes", "--company", "880101", "--client-key"], ["leave --company out"]),
        ([COMPANIES, "--client-key"], ["HQ key"]),
        (["/v2/mailboxes", "--company", "0"], ["positive"]),
        (["/v2/../v2/agency"], ["ambiguous"]),
        ([COMPANIES, "--base-url", "http://api.example.com"], ["use https"]),
        ([COMPANIES, "--base-url", ""], ["not absolute"]),
    ],
)
def test_what_the_policy_refuses_is_not_sent(woodpecker: Run, mock: MockServer, words, told) -> None:
    done = woodpecker("api", "GET", *words)

    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("woodpecker: ") and all(part in done.err for part in told)
    assert "CompanyScope" not in done.err and not mock.log


@pytest.mark.parametrize("source", ["text", "file", "stdin"])
def test_a_body(woodpecker: Run, mock: MockServer, tmp_path: Path, stdin, source: str) -> None:
    text = json.dumps(NEW)
    (tmp_path / "body.json").write_text(text)
    stdin(text)
    given = {"text": text, "file": f"@{tmp_path / 'body.json'}", "stdin": "-"}[source]

    assert woodpecker("api", "POST", COMPANIES, "--json", given).status == 0
    assert "New Client" in [company.account.name for company in mock.world.agencies[0].companies.values()]


@pytest.mark.parametrize("source", ["file", "stdin"])
def test_a_key_from_elsewhere(woodpecker: Run, mock: MockServer, monkeypatch, tmp_path: Path, stdin, source) -> None:
    monkeypatch.delenv("WOODPECKER_API_KEY")
    (tmp_path / "key").write_text(f"{mock.hq_key}\n")
    stdin(f"{mock.hq_key}\n")
    given = {"file": str(tmp_path / "key"), "stdin": "-"}[source]

    assert woodpecker("api", "GET", "/v1/me", "--own-account", "--api-key-file", given).status == 0


def test_several_parameters_of_one_name_are_a_list(woodpecker: Run) -> None:
    words = ["--param", "id=1", "--param", "id=a=b", "--param", "x=", "--dry-run", "--own-account"]

    assert woodpecker("api", "GET", "/v1/x", *words).out.splitlines()[0].endswith("/rest/v1/x?id=1&id=a%3Db&x=")


def test_a_dry_run_shows_the_request_and_sends_nothing(woodpecker: Run, mock: MockServer) -> None:
    given = '{"a": 1, "smtp_password": "pw12"}'
    done = woodpecker("api", "PUT", "/v2/x", "--json", given, "--company", "7", "--dry-run")

    head, _, body = done.out.partition("\n\n")
    first, *headers = head.splitlines()
    assert (done.status, first) == (0, f"PUT {mock.base_url}/v2/x")
    assert {"x-api-key: ***", "x-company-id: 7", "Content-Type: application/json"} <= {*headers}
    assert json.loads(body) == {"a": 1, "smtp_password": "***"}
    assert not mock.log


def test_include_prints_status_and_headers_before_the_body(woodpecker: Run) -> None:
    head, _, body = woodpecker("api", "GET", "/v1/me", "--own-account", "--include").out.partition("\n\n")

    assert head.startswith("200 OK\n") and "\ncontent-type: application/json" in head
    assert json.loads(body)["firm_name"] == "Blue Heron Agency"


def test_an_error_of_the_api_is_one_sentence(woodpecker: Run) -> None:
    done = woodpecker("api", "GET", f"{COMPANIES}/1/users")

    assert (done.status, done.out) == (1, "")
    assert done.err == f"woodpecker: 404 from GET {COMPANIES}/1/users: Not Found: Company not found\n"


def test_what_the_api_says_is_one_line(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=400, body={"title": "Bad\x1b", "status": 400, "detail": "first\nwoodpecker: second"}))

    done = woodpecker("api", "GET", COMPANIES)

    assert done.err == f"woodpecker: 400 from GET {COMPANIES}: Bad\\u001b: first\\u000awoodpecker: second\n"


def test_include_prints_the_response_of_an_error_too(woodpecker: Run) -> None:
    done = woodpecker("api", "GET", f"{COMPANIES}/1/users", "-i")

    assert done.status == 1 and done.out.startswith("404 Not Found\n")
    assert json.loads(done.out.partition("\n\n")[2])["detail"] == "Company not found"


def test_a_call_that_may_have_run_says_what_to_look_at(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=502, times=None))

    done = woodpecker("api", "POST", COMPANIES, "--json", json.dumps(NEW))

    assert done.status == 1 and f"502 from POST {COMPANIES}" in done.err
    assert (
        "It is unknown whether the call ran" in done.err
        and "List the companies with `woodpecker companies list`" in done.err
    )
    assert len(mock.log) == 1


@pytest.mark.parametrize(
    ("method", "path", "look"),
    [
        ("DELETE", "/v2/unknown", "read what it would have changed"),
        ("GET", COMPANIES, None),
        ("POST", f"{COMPANIES}/7/invite_guest", "listCompanyUsers"),
        ("POST", f"{COMPANIES}/7/8/invite_guest", "read what it would have changed"),
    ],
)
def test_what_to_look_at_is_the_specs_for_routes_that_it_describes(method, path: str, look: str | None) -> None:
    found = with_outcome_check(any_request(method, path, None, None, UNSET)).operation.outcome_check

    assert found is None if look is None else look in str(found)


@pytest.mark.parametrize(("option", "requests", "status"), [("safe", 2, 0), ("rejected-only", 1, 1)])
def test_retry_says_whether_it_is_sent_again(woodpecker: Run, mock: MockServer, option, requests, status) -> None:
    mock.faults.add(Fault(status=502))

    done = woodpecker("api", "GET", COMPANIES, "--retry", option)

    assert (done.status, len(mock.log)) == (status, requests)
    assert (done.err == "") is (status == 0)


def test_no_connection(woodpecker: Run) -> None:
    done = woodpecker("api", "GET", COMPANIES, "--base-url", "http://127.0.0.1:1", "--deadline", "0.2")

    assert (done.status, done.out) == (4, "")
    assert f"no response from GET {COMPANIES}" in done.err


def test_the_deadline_passes(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(kind="hang", times=None))
    try:
        done = woodpecker("api", "POST", COMPANIES, "--json", json.dumps(NEW), "--deadline", "0.3")
    finally:
        mock.faults.release()

    assert done.status == 4 and "`woodpecker companies list`" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Missing command"),
        (["api", "GET"], "Missing argument"),
        (["api", "get", "/v1/me"], "method should be GET"),
        (["api", "GET", "v1/me"], "path should begin with '/'"),
        (["api", "GET", "/v1/me?x=1"], "use params"),
        (["api", "GET", "/v1/me", "--param", "x"], "NAME=VALUE"),
        (["api", "GET", "/v1/me", "--param", "=x"], "NAME=VALUE"),
        (["api", "GET", "/v1/me", "--json", "{}"], "GET has none"),
        (["api", "POST", "/v1/me", "--json", "{"], "--json is not JSON"),
        (["api", "POST", "/v1/me", "--json", "null"], "null"),
        (["api", "POST", "/v1/me", "--json", "[" * 100_000], "nesting"),
        (["api", "POST", "/v1/me", "--json", "[" * 900 + "]" * 900], "nested more than 100"),
        (["api", "POST", "/v1/me", "--json", "@/nowhere"], "cannot be read: No such file"),
        (["api", "POST", "/v1/me", "--json", "@\0"], "no file can have this name"),
        (["api", "GET", "/v1/me", "--api-key-file", "/nowhere"], "cannot be read: No such file"),
        (["api", "POST", "/v1/me", "--api-key-file", "-", "--json", "-"], "cannot both read standard input"),
        (["api", "GET", "/v1/me", "--company", "1", "--own-account"], "give one of them"),
        (["api", "GET", "/v1/me", "--company", "one"], "a company's number"),
        (["api", "GET", "/v1/me", "--deadline", "soon"], "number of seconds"),
        (["api", "GET", "/v1/me", "--own-account", "--deadline", "-1"], "deadline"),
        (["api", "GET", "/v1/me", "--retry", "often"], "retry should be safe or rejected-only"),
        (["api", "GET", "/v1/me", "--api-key", "x"], "a key is never an argument"),
    ],
)
def test_wrong_usage_is_told_and_sends_nothing(woodpecker: Run, mock: MockServer, words, told: str) -> None:
    done = woodpecker(*words)

    assert (done.status, done.out) == (2, "")
    assert told in done.err and done.err.startswith("woodpecker: ")
    assert not mock.log


@pytest.mark.parametrize("word", ["--own", "--tokens", "--api-keys"])
def test_an_option_for_a_key_is_not_suggested(woodpecker: Run, word: str) -> None:
    told = woodpecker("api", "GET", "/v1/me", word).err

    assert f"No such option '{word}'" in told
    assert "--token'" not in told and "--api-key'" not in told
    assert ("'--api-key-file'" in told) is (word == "--api-keys")


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [("WOODPECKER_API_KEY", "", 2), ("WOODPECKER_API_KEY", "a b", 3), ("WOODPECKER_KEY_KIND", "both", 2)],
)
def test_a_variable_that_cannot_be_used(woodpecker: Run, monkeypatch, name: str, value: str, status: int) -> None:
    monkeypatch.setenv(name, value)

    assert woodpecker("api", "GET", COMPANIES).status == status


def test_a_file_that_is_not_text(woodpecker: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe")

    assert "not UTF-8" in woodpecker("api", "GET", COMPANIES, "--api-key-file", str(tmp_path / "key")).err


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("plain text\r\n", "plain text\r\n"),
        ('{"a": NaN}', '{"a": NaN}'),
        ('{"a":"\\u001b[31m\\u009b","b":"\\ud800","c":12345678901234567890}', None),
        ("", ""),
    ],
)
def test_a_body_that_is_not_json_is_printed_as_it_is(woodpecker: Run, mock: MockServer, body: str, printed) -> None:
    mock.faults.add(Fault(status=200, body=body, content_type="text/plain"))

    done = woodpecker("api", "GET", COMPANIES)

    # JSON never brings a control character to the terminal, and keeps its values.
    assert done.status == 0
    if printed is None:
        assert json.loads(done.out) == json.loads(body)
        assert not {"\x1b", "\x9b"} & {*done.out}
    else:
        assert done.out == printed
