"""Over `rediss://`, nothing is sent to a server whose certificate does not match the host name."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
import trustme
from woodpecker_auth import Deadline, LaneUnavailable
from woodpecker_auth.redis_lanes.address import RedisAddress

from tests.redis.proxy import Proxy

PASSWORD = "canary"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def trusted(authority: trustme.CA) -> Iterator[str]:
    """The path of the authority's certificate."""
    with authority.cert_pem.tempfile() as path:
        yield str(Path(path))


@pytest.fixture
def proxy_for(mortal: Any, authority: trustme.CA, proxy_to: Callable[..., Proxy]) -> Callable[[str], Proxy]:
    """A way over TLS to a Redis with a password, with a certificate for the name that is given."""
    mortal.stop()
    mortal.start("--requirepass", PASSWORD)

    def start(name: str) -> Proxy:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        return proxy_to(mortal, tls=context)

    return start


def addresses(port: int, **options: str) -> list[Any]:
    query = "&".join(f"{name}={value}" for name, value in options.items())
    named = {"host": "localhost", "port": port, "password": PASSWORD, "ssl": True, **options}
    return [f"rediss://:{PASSWORD}@localhost:{port}?{query}", named]


def test_a_trusted_certificate_for_the_host_is_accepted(proxy_for, trusted, lanes_at, account):
    proxy = proxy_for("localhost")
    for where in addresses(proxy.port, ssl_ca_certs=trusted):
        lanes_at(where).acquire(account, Deadline(10)).release()
    assert PASSWORD.encode() in proxy.received


@pytest.mark.parametrize("name", ["somebody-else.example", "127.0.0.1"])
def test_a_certificate_for_another_name_is_refused(proxy_for, trusted, lanes_at, account, name):
    proxy = proxy_for(name)
    for where in addresses(proxy.port, ssl_ca_certs=trusted):
        with pytest.raises(LaneUnavailable, match="CERTIFICATE_VERIFY_FAILED"):
            lanes_at(where).acquire(account, Deadline(10))
    assert proxy.received == b""


def test_an_unknown_authority_is_refused(proxy_for, lanes_at, account):
    proxy = proxy_for("localhost")
    for where in addresses(proxy.port):
        with pytest.raises(LaneUnavailable, match="CERTIFICATE_VERIFY_FAILED"):
            lanes_at(where).acquire(account, Deadline(10))
    assert proxy.received == b""


def test_the_check_can_be_turned_off(proxy_for, trusted, lanes_at, account):
    proxy = proxy_for("somebody-else.example")
    unchecked_name = addresses(proxy.port, ssl_ca_certs=trusted, ssl_check_hostname="no")
    unchecked_name[1]["ssl_check_hostname"] = False
    for where in [*unchecked_name, *addresses(proxy.port, ssl_cert_reqs="none")]:
        lanes_at(where).acquire(account, Deadline(10)).release()


def test_the_check_does_not_depend_on_the_default_of_redis_py(monkeypatch):
    # Before 6.0 it does not check names by default.
    given: list[dict[str, Any]] = []

    class Spy(redis.SSLConnection):
        def __init__(self, **options: Any) -> None:
            given.append(options)
            super().__init__(**options)

    for module in ("redis.client", "redis.connection"):
        monkeypatch.setattr(f"{module}.SSLConnection", Spy)
    for where in ("rediss://h", {"host": "h", "ssl": True}, "rediss://h?ssl_cert_reqs=required"):
        RedisAddress(where, 2.0)
    assert [options["ssl_check_hostname"] for options in given] == [True] * 3
    # With both, the standard library refuses.
    for where in ("rediss://h?ssl_cert_reqs=none", {"ssl": True, "ssl_cert_reqs": None}):
        RedisAddress(where, 2.0)
    assert [options["ssl_check_hostname"] for options in given[3:]] == [False] * 2
