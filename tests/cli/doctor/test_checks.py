"""Checks one at a time: what the spec says of errors, the network, the clock, latency, proxies."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime

import httpx
import pytest
from woodpecker_cli.doctor.advice import ADVICE, ADVICE_BY_STATUS, explained
from woodpecker_cli.doctor.check import Check, Result
from woodpecker_cli.doctor.machine import settings, versions
from woodpecker_cli.doctor.server import clock, latency
from woodpecker_cli.keys.source import Access
from woodpecker_client import ApiError, ConnectionFailed, Secret, TimedOut
from woodpecker_runtime.packaged_spec import packaged_spec

RECEIVED = datetime(2026, 11, 29, 12, 0, 0, tzinfo=UTC)


def error(status: int, detail: str | None = None, operation: str = "getMe") -> ApiError:
    made = ApiError(f"{status} from {operation}")
    made.status, made.detail, made.operation = status, detail, operation
    return made


def examples_of_refusals() -> list[str]:
    """The names of the examples of the statuses that a doctor is asked about."""
    spec = packaged_spec()
    found: set[str] = set()
    for path in ("/v1/me", "/v2/mailboxes", "/v2/agency/companies"):
        for status, response in spec["paths"][path]["get"]["responses"].items():
            if "$ref" in response:
                response = spec["components"]["responses"][response["$ref"].rpartition("/")[2]]
            for content in response.get("content", {}).values():
                references = [one["$ref"] for one in content.get("examples", {}).values() if "$ref" in one]
                found |= {one.rpartition("/")[2] for one in references if status in ("401", "403", "404", "409")}
    return sorted(found)


@pytest.mark.parametrize("name", examples_of_refusals())
def test_every_refusal_that_the_spec_shows_has_its_meaning_and_advice(name: str) -> None:
    example = packaged_spec()["components"]["examples"][name]
    found = explained(error(example["value"]["status"], example["value"]["detail"].upper()))

    if name in ADVICE:
        assert found == (f"{example['value']['status']} from `woodpecker me`. {example['summary']}", ADVICE[name])
    else:
        assert found.advice == ADVICE_BY_STATUS[example["value"]["status"]]


def test_all_advice_is_for_examples_of_the_spec() -> None:
    assert {*ADVICE} <= {*packaged_spec()["components"]["examples"]} and {*ADVICE} <= {*examples_of_refusals()}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 429, 500, 502, 503, 418])
def test_every_status_has_advice(status: int) -> None:
    assert explained(error(status, operation="listCompanies")).advice


def test_another_text_is_explained_by_the_status() -> None:
    found = explained(error(403, operation="listCompanies"))

    assert "its user has no admin rights" in found.meaning and "vendor page" not in found.meaning


@pytest.mark.parametrize(
    ("cause", "kind", "told"),
    [
        (ssl.SSLCertVerificationError(1, "certificate verify failed: self-signed"), ConnectionFailed, "SSL_CERT_FILE"),
        (httpx.ProxyError("407"), ConnectionFailed, "whether the proxy runs"),
        (httpx.ConnectError("[Errno -2] Name or service not known"), ConnectionFailed, "typing error"),
        (httpx.ConnectError("[Errno 8] nodename nor servname provided"), ConnectionFailed, "typing error"),
        (httpx.ConnectError("Connection refused"), ConnectionFailed, "Nothing listens"),
        (httpx.ReadTimeout(""), TimedOut, "No response in time"),
        (httpx.ReadError("reset"), ConnectionFailed, "online"),
    ],
)
def test_what_is_wrong_with_the_network(cause: Exception, kind, told: str) -> None:
    failure = kind("no response")
    failure.__cause__ = cause

    assert told in explained(failure).advice


@pytest.mark.parametrize(
    ("date", "result", "told"),
    [
        ("Sun, 29 Nov 2026 12:00:00 GMT", Result.OK, "within 1 s"),
        ("Sun, 29 Nov 2026 11:59:10 GMT", Result.OK, "within 50 s"),
        ("Sun, 29 Nov 2026 11:00:00 GMT", Result.WARN, "3,600 s ahead of"),
        ("Sun, 29 Nov 2026 12:01:00 GMT", Result.WARN, "60 s behind"),
        ("yesterday", Result.WARN, "no date"),
        (None, Result.WARN, "no date"),
    ],
)
def test_the_clock_is_compared(date: str | None, result: Result, told: str) -> None:
    found = clock(httpx.Headers({} if date is None else {"date": date}), RECEIVED)

    assert found.result is result and told in found.found


@pytest.mark.parametrize(
    ("seconds", "result", "told"),
    [
        ([0.5, 0.1, 0.2, 0.3], Result.OK, "500 ms for the first request, 200 ms for the others (4 in all)"),
        ([9.0, 0.1], Result.OK, "9000 ms for the first"),
        ([0.1, 2.5, 2.5], Result.WARN, "2500 ms"),
        ([0.1], Result.OK, "100 ms"),
    ],
)
def test_latency_is_what_most_requests_took(seconds: list[float], result: Result, told: str) -> None:
    found = latency(seconds)

    assert found.result is result and told in found.found


def proxy_check(url: str = "https://api.example.com/rest") -> Check:
    return list(settings(Access(Secret("a-key"), "hq", url, "a test")))[-1]


def test_the_proxy_is_named_without_its_password(monkeypatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:a-password@proxy.example:3128")
    monkeypatch.setenv("SSL_CERT_FILE", "ca.pem")

    found = proxy_check().found

    assert "proxy.example:3128" in found and "SSL_CERT_FILE" in found and "password" not in found
    assert "loopback" in proxy_check("http://127.0.0.1:1").found


def test_a_proxy_that_cannot_be_used(monkeypatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "ftp://a-password@proxy")

    assert proxy_check().result is Result.FAIL and "password" not in proxy_check().found


def test_no_proxy(monkeypatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)

    assert proxy_check().found == "no proxy; certificates of certifi"


def test_versions_name_the_extras(monkeypatch) -> None:
    found = versions().found
    assert "woodpecker-client 0." in found and "extras: " in found and "mock" in found

    monkeypatch.setattr("woodpecker_cli.doctor.machine._DISTRIBUTION", "not-there")
    assert versions().found.endswith("extras: none")
