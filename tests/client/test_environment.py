"""Whatever the environment holds and whatever address is given: a call has a result, or fails with an error of ours."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from woodpecker_auth import network
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, ConnectionFailed, PolicyError, WoodpeckerError

KEY = "planted-key-of-the-environment"
CHECKED = settings(
    max_examples=400,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

# As os.environ holds it: undecodable bytes are lone surrogates, and there is no NUL.
_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0") | st.just("\udc80"), max_size=12)
# No name that a resolver would ask the network for.
_HOSTS = st.sampled_from(["127.0.0.1", "localhost", "[::1]", "::1", "[::1", "", "a..invalid", "-", "é" * 70])
_PORTS = st.sampled_from(["", ":", ":0", ":1", ":65536", ":-1", ":x", ":" + "9" * 400, ":٣"])
_SCHEMES = st.sampled_from(["", "http://", "https://", "socks5://", "socks5h://", "ftp://", "://", "HTTPS:"])
_USERS = st.sampled_from(["", "user:pass@", "user@", "@", "%zz:@", "\udc80:\udc80@"])
_PATHS = st.sampled_from(["", "/", "/rest", "/a//b", "/%2e%2e", "?q", "#f", "/\udc80", " "])


def _addresses(*plain: str) -> st.SearchStrategy[str]:
    made = st.tuples(_SCHEMES, _USERS, _HOSTS, _PORTS, _PATHS).map("".join)
    return made | st.sampled_from([*plain, "\n", "http"]) | _TEXTS.filter(lambda text: "." not in text)


_BYPASSED = st.lists(
    st.sampled_from(["*", "127.0.0.1", "localhost:1", "[::1]", "::1", "all://", ".", "http://:x", ":", "a:b:c"])
    | _TEXTS,
    max_size=3,
).map(",".join)
_FILES = st.sampled_from(["", "/", "/no/such/file", __file__, "/dev/null", "x" * 5000, "\udc80", "~"])

ENVIRONMENTS = st.fixed_dictionaries(
    {},
    optional={
        "HTTPS_PROXY": _addresses("http://127.0.0.1:1"),
        "ALL_PROXY": _addresses("http://127.0.0.1:1"),
        "https_proxy": _addresses(),
        "HTTP_PROXY": _addresses(),
        "NO_PROXY": _BYPASSED,
        "SSL_CERT_FILE": _FILES,
        "SSL_CERT_DIR": _FILES,
        "SSLKEYLOGFILE": _FILES,
    },
)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port on loopback that refuses every connection for as long as it is bound and nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


#: By what they are read from: to read them for each call anew would take most of the time.
_read: defaultdict[tuple[str | None, ...], network._Certificates] = defaultdict(network._Certificates)


def _outcome(call: Callable[[], object], environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> type | None:
    """The class of the error that a call ends with in an environment, None for a result."""
    with monkeypatch.context() as patched:
        read_from = tuple(map(environment.get, ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")))
        patched.setattr(network, "_certificates", _read[read_from])
        for name in ("HTTPS_PROXY", "ALL_PROXY", "HTTP_PROXY", "NO_PROXY"):
            patched.delenv(name, raising=False)
            patched.delenv(name.lower(), raising=False)
        for name, value in {"WOODPECKER_API_KEY": KEY, **environment}.items():
            patched.setenv(name, value)
        try:
            call()
        except WoodpeckerError as failure:
            for text in (str(failure), repr(failure)):
                assert KEY not in text
                assert "user:pass" not in text
            return type(failure)
        return None


def _both_forms(base_url: str) -> Iterator[Callable[[], None]]:
    def blocking() -> None:
        with Account(KEY, base_url=base_url, max_retries=0) as account:
            account.me()

    async def asynchronous() -> None:
        async with AsyncAccount(KEY, base_url=base_url, max_retries=0) as account:
            await account.me()

    yield blocking
    yield lambda: asyncio.run(asynchronous())


@CHECKED
@given(environment=ENVIRONMENTS)
def test_no_environment_makes_a_call_fail_with_a_foreign_error(
    environment: dict[str, str], closed_port: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # SSLKEYLOGFILE makes files
    calls = _both_forms(f"https://127.0.0.1:{closed_port}")
    in_threads, with_asyncio = (_outcome(call, environment, monkeypatch) for call in calls)
    # Not a TransportError at large, which is what failures become that nobody has foreseen.
    assert in_threads is ConnectionFailed
    assert with_asyncio is ConnectionFailed


@CHECKED
@given(address=_addresses("https://127.0.0.1:1/rest"))
def test_no_address_makes_a_call_fail_with_a_foreign_error(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_threads, with_asyncio = (_outcome(call, {}, monkeypatch) for call in _both_forms(address))
    assert in_threads in (PolicyError, ConnectionFailed)
    assert in_threads is with_asyncio


@CHECKED
@given(
    address=_addresses("https://127.0.0.1:1/rest"),
    company=st.sampled_from(["1", "0", "-1", "١", "9" * 30, "", "1.0", " 1", KEY]) | _TEXTS,
    key=st.sampled_from(["", " ", "é", "x" * 600, "a\nb"]) | _TEXTS,
)
def test_what_from_env_cannot_use_is_refused(
    address: str, company: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = {"WOODPECKER_BASE_URL": address, "WOODPECKER_COMPANY_ID": company, "WOODPECKER_API_KEY": key}
    for client in (Agency, Account, AsyncAgency, AsyncAccount):
        _outcome(client.from_env, variables, monkeypatch)
