from __future__ import annotations

import httpx
import pytest
from woodpecker_auth import BaseUrl
from woodpecker_auth.base_url import route_family

API = BaseUrl("https://api.woodpecker.co/rest")


@pytest.mark.parametrize(
    "url",
    [
        "https://api.woodpecker.co/rest", "https://api.woodpecker.co/rest/", "https://api.woodpecker.co",
        "http://localhost:8080/rest", "http://LOCALHOST./rest", "http://127.0.0.1/rest", "http://127.9.9.9:1/rest",
        "http://[::1]:8080/rest", "https://żubr.example/rest", httpx.URL("https://api.woodpecker.co/rest"),
    ],
    ids=str,
)  # fmt: skip
def test_https_and_loopback_are_base_urls(url):
    assert BaseUrl(url).path_below(httpx.URL(f"{str(url).rstrip('/')}/v2/mailboxes")) is not None


@pytest.mark.parametrize(
    "url",
    [
        "http://api.woodpecker.co/rest", "http://localhost.example/rest", "http://a.localhost/rest",
        "http://127.0.0.1.example/rest", "http://127.0.0.1./rest", "http://127.1/rest", "http://0.0.0.0/rest",
        "http://[::]/rest", "http://10.0.0.1/rest", "http://2130706433/rest",
    ],
)  # fmt: skip
def test_http_is_for_loopback_only(refused, url):
    with refused("insecure_base_url"):
        BaseUrl(url)


@pytest.mark.parametrize(
    "url",
    [
        "", "/rest", "api.woodpecker.co/rest", "https:///rest", "https://", "ftp://api.woodpecker.co/rest",
        "https:rest",
        "https://user:canary@api.woodpecker.co/rest", "https://user@api.woodpecker.co", "https://h/rest?", "https://h/#",
        "https://h/rest?a=1", "https://h/rest#a", "https://h:port/rest", "https://h/a//b", "https://h/a%2fb", "https://h/a;b",
        "https://h/\n", None, 7,
    ],
    ids=repr,
)  # fmt: skip
def test_anything_else_is_refused(refused, url):
    with refused("invalid_base_url") as caught:
        BaseUrl(url)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.woodpecker.co/rest", "https://api.woodpecker.co/rest/v1/me?x=/../", "https://API.Woodpecker.CO/rest/v1",
        "https://api.woodpecker.co:443/rest/v1", "https://api.woodpecker.co./rest/v1", "HTTPS://api.woodpecker.co/rest/v1",
    ],
)  # fmt: skip
def test_the_same_origin_below_the_base_path_is_covered(url):
    assert API.path_below(httpx.URL(url)) is not None


@pytest.mark.parametrize(
    "url",
    [
        "http://api.woodpecker.co/rest/v1", "http://api.woodpecker.co:443/rest/v1", "https://api.woodpecker.co:444/rest/v1",
        "https://api.woodpecker.co.example/rest", "https://woodpecker.co/rest", "https://xapi.woodpecker.co/rest",
        "https://api.woodpecker.co../rest", "https://api.woodpecker.co/", "https://api.woodpecker.co/restaurant",
        "https://api.woodpecker.co/REST/v1", "https://api.woodpecker.co/%72est/v1", "https://api.woodpecker.co//rest/v1",
        "https://api.woodpecker.co/rest/../v1", "https://api.woodpecker.co@h.example/rest/v1", "/rest/v1",
    ],
)  # fmt: skip
def test_anywhere_else_is_not_covered(url):
    assert API.path_below(httpx.URL(url)) is None


def test_hosts_are_compared_as_what_they_mean():
    assert BaseUrl("https://żubr.example").path_below(httpx.URL("https://XN--UBR-22A.example/v1")) is not None
    assert BaseUrl("http://[::1]/r").path_below(httpx.URL("http://[0:0:0:0:0:0:0:1]:80/r/v1")) is not None
    assert BaseUrl("http://127.0.0.1/r").path_below(httpx.URL("http://127.0.0.1./r/v1")) is None
    assert BaseUrl("http://127.0.0.1/r").path_below(httpx.URL("http://localhost/r/v1")) is None


@pytest.mark.parametrize("base", ["https://h", "https://h/", "https://h/rest", "https://h/rest/"])
@pytest.mark.parametrize(
    ("path", "family"),
    [
        ("/v2/agency", "agency"), ("/v2/agency/", "agency"), ("/v2/agency/companies?active=true", "agency"),
        ("/v2/agency/companies/7/users", "agency"), ("/v2/mailboxes", "account"), ("/v1/me", "account"),
        ("/", "account"),
        ("", "account"), ("/v2", "account"), ("/v2/agency-report", "account"), ("/v1/agency", "account"),
        ("/agency", "account"), ("/v2/mailboxes/agency", "account"), ("/v2/mailboxes/a%40b.example", "account"),
        ("/v2/mailboxes/1?path=/v2/agency;%2e%2e//", "account"), ("/v2/mailboxes/A.b_c~d", "account"),
    ],
)  # fmt: skip
def test_the_path_decides_the_family(base, path, family):
    below = BaseUrl(base).path_below(httpx.URL(base.rstrip("/") + path))
    assert below is not None and route_family(below) == family


@pytest.mark.parametrize(
    "path",
    [
        "/v2/Agency/companies", "/V2/agency", "/v2/AGENCY", "/v2/%61gency", "/v2/agenc%79/companies", "/%762/agency",
        "/v2%2fagency", "/v2%5Cagency", "/v2\\agency", "/v2/agency%20", "/v2/agency.json", "/v2/agency;x=1",
        "/v2;x/agency",
        "//v2/agency", "/v2//agency", "/v2/mailboxes//x", "/v2/mailboxes/%2e%2e/agency", "/v2/mailboxes/%2E./agency",
        "/v2/mailboxes/..%2fagency", "/v2/mailboxes/x%3b", "/v2/%2561gency", "/v2/mailboxes/%252e",
        "/v2/mailboxes/a%00",
        "/v2/mailboxes/a%0d%0a", "/v2/ａgency", "/v2/mailboxes/%41",
    ],
)  # fmt: skip
def test_an_ambiguous_path_is_refused(refused, path):
    with refused("ambiguous_path"):
        route_family(str(API.path_below(httpx.URL("https://api.woodpecker.co/rest" + path))))


def test_dot_segments_never_reach_a_request():
    # httpx resolves them when it parses the URL, before the policy reads it.
    url = httpx.URL("https://api.woodpecker.co/rest/v2/mailboxes/../agency")
    assert url.path == "/rest/v2/agency" and route_family(str(API.path_below(url))) == "agency"
