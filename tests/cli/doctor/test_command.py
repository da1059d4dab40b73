"""`woodpecker doctor` against the mock: healthy, and each way in which it is not."""

from __future__ import annotations

import json

import pytest
from woodpecker_mock import Fault, MockServer

from tests.cli.conftest import Done, Run
from tests.secrets.canaries import HQ_KEY, spotted

FIRST, INACTIVE = 880101, 900055
HEALTHY = {
    "versions": "ok", "key": "ok", "base URL": "warn", "proxy, TLS": "ok", "account": "ok", "agency routes": "ok",
    "company": "ok", "clock": "ok", "latency": "ok", "limits": "ok",
}  # fmt: skip


def checks(done: Done) -> dict[str, dict]:
    return {check["name"]: check for check in map(json.loads, done.out.splitlines())}


def results(done: Done) -> dict[str, str]:
    return {name: check["result"] for name, check in checks(done).items()}


def test_all_is_well(woodpecker: Run, mock: MockServer) -> None:
    done = woodpecker("doctor")

    assert (done.status, done.err, results(done)) == (0, "", HEALTHY)
    found = checks(done)
    assert "HQ key" in found["agency routes"]["found"] and "12 active clients" in found["agency routes"]["found"]
    assert found["company"]["found"] == f"Quillby Foods {FIRST} is reached with x-company-id"
    assert found["account"]["found"].startswith("Blue Heron Agency 900003, user Owner One <owner.one@")


def test_it_only_reads_one_request_at_a_time(woodpecker: Run, mock: MockServer) -> None:
    woodpecker("doctor")

    assert {entry.method for entry in mock.log} == {"GET"} and len(mock.log) == 6
    assert mock.request_log.in_flight_highest == 1


@pytest.mark.parametrize(
    ("agency", "said", "check", "told"),
    [
        (2, "No API addon", "account", "adds the API add-on"),
        (3, "Upgrade your plan", "account", "a plan that includes the API"),
        (4, "No Agency addon", "agency routes", "adds the agency add-on"),
    ],
)
def test_what_an_account_lacks(woodpecker: Run, mock: MockServer, monkeypatch, agency, said, check, told) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.world.agencies[agency].keys[0].value)

    done = woodpecker("doctor")

    assert done.status == 1 and checks(done)[check]["result"] == "fail"
    assert said in checks(done)[check]["found"] and told in checks(done)[check]["advice"]


def test_a_wrong_key(woodpecker: Run, monkeypatch) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", HQ_KEY.value)

    done = woodpecker("doctor")

    assert (done.status, results(done)["account"]) == (1, "fail")
    assert "The key is wrong, revoked or missing" in checks(done)["account"]["found"]
    assert "Copy the key again" in checks(done)["account"]["advice"]
    assert {results(done)[name] for name in ("agency routes", "company", "clock", "latency", "limits")} == {"skip"}
    assert spotted(done.out) == set()


def test_a_clients_key(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.client_key(FIRST))

    as_client, as_hq = woodpecker("doctor", "--client-key"), woodpecker("doctor")

    assert (as_client.status, results(as_client)) == (0, {**HEALTHY, "company": "skip"})
    assert (as_hq.status, results(as_hq)["agency routes"]) == (1, "fail")
    assert "add --client-key" in checks(as_hq)["agency routes"]["advice"]


def test_an_hq_key_that_is_said_to_be_a_clients(woodpecker: Run) -> None:
    done = woodpecker("doctor", "--client-key")

    assert done.status == 1 and "it is said to be a client's" in checks(done)["agency routes"]["found"]
    assert results(done)["company"] == "ok"


def test_a_key_of_somebody_who_is_no_admin(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    agency = mock.world.agencies[5]
    monkeypatch.setenv("WOODPECKER_API_KEY", agency.keys[1].value)
    granted, other = agency.companies

    done = woodpecker("doctor")
    with_granted, with_other = (woodpecker("doctor", "--company", str(one)) for one in (granted, other))

    assert results(done)["agency routes"] == "fail" and "--company ID" in checks(done)["company"]["found"]
    assert results(with_granted)["company"] == "ok" and results(with_other)["company"] == "fail"
    assert "role of its user" in checks(with_other)["company"]["advice"]


@pytest.mark.parametrize(
    ("company", "said", "advice"),
    [(INACTIVE, "Company is inactive", "agency panel"), (5, "Not a company of this agency", "companies list")],
)
def test_a_company_that_cannot_be_reached(woodpecker: Run, company: int, said: str, advice: str) -> None:
    done = woodpecker("doctor", "--company", str(company))

    assert done.status == 1 and results(done) == {**HEALTHY, "company": "fail"}
    assert checks(done)["company"]["found"].endswith(said) and advice in checks(done)["company"]["advice"]


def test_an_account_that_is_not_the_clients(woodpecker: Run, mock: MockServer) -> None:
    mock.mutants.enable("context-is-ignored")

    done = woodpecker("doctor")

    assert (done.status, results(done)) == (0, {**HEALTHY, "company": "warn"})
    assert "names account 900003 (Blue Heron Agency)" in checks(done)["company"]["found"]


def test_no_active_client(woodpecker: Run, mock: MockServer) -> None:
    for company in mock.world.agencies[0].companies.values():
        company.active = False

    done = woodpecker("doctor")

    assert (done.status, results(done)) == (0, {**HEALTHY, "company": "warn"})


def test_nothing_listens(woodpecker: Run) -> None:
    done = woodpecker("doctor", "--base-url", "http://127.0.0.1:1")

    assert done.status == 1 and "Nothing listens there" in checks(done)["account"]["advice"]


@pytest.mark.parametrize(
    ("operation", "failed"),
    [("getMe", {"account"}), ("listCompanies", {"agency routes"})],
)
def test_a_gateway_that_fails(woodpecker: Run, mock: MockServer, operation: str, failed: set[str]) -> None:
    page = Fault(status=502, body="<h1>Bad Gateway</h1>", content_type="text/html", operation=operation, times=None)
    mock.faults.add(page)

    done = woodpecker("doctor")

    assert {name for name, result in results(done).items() if result == "fail"} == failed
    assert all("Try again in a few minutes" in checks(done)[name]["advice"] for name in failed)


def test_what_had_to_be_sent_again_is_a_warning(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=503, operation="listCompanies"))
    retried = woodpecker("doctor")
    mock.faults.add(Fault(status=429, body="", operation="listCompanies"))
    rejected = woodpecker("doctor")

    assert (retried.status, results(retried)) == (0, {**HEALTHY, "limits": "warn"})
    assert "1 requests were retries" in checks(retried)["limits"]["found"]
    assert "1 requests were rejected with 429" in checks(rejected)["limits"]["found"]


def test_a_failure_in_the_middle_is_one_check(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=404, operation="getMe", after=2, times=None))

    done = woodpecker("doctor")

    assert (done.status, results(done)) == (1, {**HEALTHY, "latency": "fail"})
    assert "/rest included" in checks(done)["latency"]["advice"]


@pytest.mark.parametrize(
    ("variables", "check", "told"),
    [
        ({"WOODPECKER_API_KEY": "a b"}, "settings", "visible ASCII"),
        ({"WOODPECKER_API_KEY": ""}, "key", "there is no key"),
        ({"WOODPECKER_KEY_KIND": "both"}, "key", "WOODPECKER_KEY_KIND"),
        ({"WOODPECKER_BASE_URL": "http://example.com"}, "settings", "use https"),
    ],
)
def test_settings_that_cannot_be_used(woodpecker: Run, mock: MockServer, monkeypatch, variables, check, told) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    done = woodpecker("doctor")

    assert done.status == 1 and list(results(done))[-1] == check and told in checks(done)[check]["found"]
    assert not mock.log


@pytest.mark.parametrize("words", [["--company", "x"], ["--output", "xml"]])
def test_wrong_usage_sends_nothing(woodpecker: Run, mock: MockServer, words: list[str]) -> None:
    assert woodpecker("doctor", *words).status == 2 and not mock.log


def test_lines_for_people(woodpecker: Run) -> None:
    lines = woodpecker("doctor", "--output", "table", "--company", str(INACTIVE)).out.splitlines()

    assert lines[0].startswith("ok    versions       Python 3.")
    assert "fail  company        409 from `woodpecker me` (GET /v1/me): Conflict: Company is" in lines
    assert any(line.startswith(" " * 21 + "-> Somebody activates") for line in lines)
    assert lines[-1] == "8 ok, 1 warn, 1 fail" and max(map(len, lines)) <= 80


def test_an_echo_of_the_key_is_hidden(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    # Longer than a line, which must not hide it.
    key = f"{HQ_KEY.value}{'k' * 90}"
    monkeypatch.setenv("WOODPECKER_API_KEY", key)
    me = {"user_id": 1, "firm_id": 1, "firm_name": key, "user_name": key}
    mock.faults.add(Fault(status=200, operation="getMe", body=me, times=None))

    for form in ("table", "json"):
        done = woodpecker("doctor", "--output", form)
        assert "***" in done.out and spotted(done.out) == spotted(done.err) == set()
