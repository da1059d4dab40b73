"""A secret that a caller passes as a plain string stays in no frame of this project."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency

from .calls import EXPIRY, IDS
from .canaries import CLIENT_SECRET, HQ_KEY
from .probes import found_in_failure

CLIENTS = (Agency, Account, AsyncAgency, AsyncAccount)
WRONG: dict[str, dict[str, Any]] = {
    "address": {"base_url": "http://example.com"},
    "deadline": {"deadline": -1.0},
    "retries": {"max_retries": -1},
    "transport": {"transport": httpx.MockTransport(lambda request: httpx.Response(200)), "http_client": httpx.Client()},
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("kind", CLIENTS)
def test_a_constructor_that_refuses_something_else_keeps_no_key(kind: Callable[..., Any], wrong: str) -> None:
    assert found_in_failure(lambda: kind(HQ_KEY.value, **WRONG[wrong])) == set()


@pytest.mark.parametrize("kind", CLIENTS)
def test_a_constructor_that_refuses_the_key_does_not_keep_it(kind: Callable[..., Any]) -> None:
    assert found_in_failure(lambda: kind(f"{HQ_KEY.value}\n")) == set()


@pytest.mark.parametrize("kind", CLIENTS)
def test_a_wrong_environment_keeps_no_key(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", HQ_KEY.value)
    monkeypatch.setenv("WOODPECKER_BASE_URL", "http://not a url")
    assert found_in_failure(kind.from_env) == set()


@pytest.mark.parametrize("raw", [False, True])
@pytest.mark.parametrize("form", ["blocking", "asyncio"])
def test_a_method_that_takes_a_secret_as_bare_text_keeps_only_a_secret(form: str, raw: bool) -> None:
    network = httpx.MockTransport(lambda request: httpx.Response(400))

    def credentials(account: Any) -> Any:
        found = account.mailboxes.microsoft.credentials
        return found.with_raw_response if raw else found

    async def main() -> None:
        async with AsyncAccount("client-key", transport=network) as account:
            await credentials(account).create(**IDS, client_secret=CLIENT_SECRET.value, secret_expires_at=EXPIRY)

    async def renew() -> None:
        async with AsyncAccount("client-key", transport=network) as account:
            await credentials(account).update(4, client_secret=CLIENT_SECRET.value, secret_expires_at=EXPIRY)

    with Account("client-key", transport=network) as account:
        blocking = credentials(account)
        actions: dict[str, list[Callable[[], object]]] = {
            "blocking": [
                lambda: blocking.create(**IDS, client_secret=CLIENT_SECRET.value, secret_expires_at=EXPIRY),
                lambda: blocking.update(4, client_secret=CLIENT_SECRET.value, secret_expires_at=EXPIRY),
            ],
            "asyncio": [lambda: asyncio.run(main()), lambda: asyncio.run(renew())],
        }
        for action in actions[form]:
            assert found_in_failure(action) == set()
