"""The transports: many accounts at once, closing, and their repr."""

from __future__ import annotations

import asyncio
import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from woodpecker_auth import (
    SCOPE_EXTENSION,
    AsyncPolicyTransport,
    CompanyScope,
    HQKey,
    PolicyTransport,
)

ACCOUNT = "https://api.woodpecker.co/rest/v2/mailboxes"


def echo(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, text=request.headers["x-company-id"])


def scope(company: int) -> dict[str, CompanyScope]:
    return {SCOPE_EXTENSION: CompanyScope(company)}


def test_16_threads_share_a_transport_and_keep_their_companies():
    with httpx.Client(
        transport=PolicyTransport(HQKey("k"), httpx.MockTransport(echo), scope=CompanyScope(999))
    ) as http:
        with ThreadPoolExecutor(16) as threads:
            responses = threads.map(lambda n: http.get(ACCOUNT, extensions=scope(1 + n % 50)).text, range(800))
            assert list(responses) == [str(1 + n % 50) for n in range(800)]
        assert http.get(ACCOUNT).text == "999"


def test_asyncio_tasks_share_a_transport_and_keep_their_companies():
    async def slow(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return echo(request)

    async def main() -> list[str]:
        async with httpx.AsyncClient(transport=AsyncPolicyTransport(HQKey("k"), httpx.MockTransport(slow))) as http:
            calls = [http.get(ACCOUNT, extensions=scope(1 + n % 50)) for n in range(400)]
            return [response.text for response in await asyncio.gather(*calls)]

    assert asyncio.run(main()) == [str(1 + n % 50) for n in range(400)]


def test_one_async_transport_serves_one_event_loop_after_another():
    transport = AsyncPolicyTransport(HQKey("k"), httpx.MockTransport(echo), scope=CompanyScope(7))

    async def main() -> str:
        request = httpx.Request("GET", ACCOUNT)
        response = await transport.handle_async_request(request)
        return (await response.aread()).decode()

    assert [asyncio.run(main()) for _ in range(3)] == ["7"] * 3


def test_the_inner_transport_is_closed_with_the_policy_transport():
    closed: list[str] = []

    class Inner(httpx.MockTransport):
        def close(self) -> None:
            closed.append("blocking")

        async def aclose(self) -> None:
            closed.append("asyncio")

    async def main() -> None:
        await AsyncPolicyTransport(HQKey("k"), Inner(echo)).aclose()

    httpx.Client(transport=PolicyTransport(HQKey("k"), Inner(echo))).close()
    asyncio.run(main())
    assert closed == ["blocking", "asyncio"]


@pytest.mark.parametrize("kind", [PolicyTransport, AsyncPolicyTransport])
def test_the_repr_of_a_transport_does_not_contain_the_key(kind):
    transport = kind(HQKey("canary"), scope=CompanyScope(7))
    shown = "(HQKey('***'), base_url='https://api.woodpecker.co/rest', scope=CompanyScope(company_id=7))"
    assert repr(transport) == kind.__name__ + shown
    for store in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError) as failed:
            store(transport)
        assert "canary" not in str(failed.value)


def test_on_a_client_as_openapi_python_client_generates_it(network):
    # The stock client hands `httpx_args` to httpx.Client, and its functions pass x_company_id as a header.
    httpx_args = {"transport": PolicyTransport(HQKey("the-key"), network.transport)}
    with httpx.Client(base_url="https://api.woodpecker.co/rest", **httpx_args) as http:
        http.request(method="get", url="/v2/mailboxes", headers={"x-company-id": str(7)})
    assert network.sent[0].headers["x-company-id"] == "7" and network.sent[0].headers["x-api-key"] == "the-key"


@pytest.mark.parametrize("follow_redirects", [False, True])
def test_a_cookie_in_a_response_is_not_sent_with_another_accounts_request(network, follow_redirects):
    network.respond = lambda request: httpx.Response(200, headers={"set-cookie": "session=of-one; Path=/"})
    key, url = HQKey("the-key"), "https://api.woodpecker.co/rest/v2/mailboxes"

    async def main() -> None:
        async with httpx.AsyncClient(
            transport=AsyncPolicyTransport(key, network.transport), follow_redirects=follow_redirects
        ) as http:
            for company in ("1", "2"):
                await http.get(url, headers={"x-company-id": company})

    with httpx.Client(
        transport=PolicyTransport(key, network.transport), follow_redirects=follow_redirects, cookies={"mine": "1"}
    ) as http:
        for company in ("1", "2"):
            http.get(url, headers={"x-company-id": company})
    asyncio.run(main())
    assert [one.headers.get("cookie") for one in network.sent] == ["mine=1", "mine=1", None, None]
