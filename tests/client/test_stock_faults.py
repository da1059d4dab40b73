"""Each runtime fault of the generator's stock output, by name, and that none of them is left."""

from __future__ import annotations

import asyncio
import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import httpx
import pytest
from woodpecker_auth import ClientKey, CompanyScope, HQKey, PolicyTransport
from woodpecker_client import (
    UNSET,
    Account,
    Agency,
    ApiError,
    AsyncClient,
    Client,
    ClientClosed,
    Forbidden,
    InvalidValue,
    PolicyError,
    ServerError,
    TimedOut,
    UnexpectedResponse,
)
from woodpecker_client.api.mailboxes import list_mailboxes
from woodpecker_client.models import Company, FreezeWindow, Mailbox, ManualConnectionMailbox

MAILBOX = {
    "id": 1,
    "type": "SMTP",
    "details": {"email": "a@example.com", "provider": "GOOGLE", "login": "a", "server": "smtp.example.com"},
}


def test_an_empty_403_is_an_error_not_none(account):
    with pytest.raises(Forbidden) as caught:
        account(403).me()
    assert caught.value.body == b"" and caught.value.operation == "getMe"


def test_an_undocumented_status_is_an_error_not_none(account):
    with pytest.raises(ApiError) as caught:
        account(418, json={"tea": True}).mailboxes.list()
    assert caught.value.status == 418


def test_an_html_500_is_a_server_error_not_a_json_error(account):
    with pytest.raises(ServerError) as caught:
        account(500, html="<h1>oops</h1>").mailboxes.list()
    assert caught.value.detail is None and b"oops" in caught.value.body


@pytest.mark.parametrize("status", [520, 599, 310])
def test_a_status_without_a_name_is_an_api_error_not_a_value_error(account, status):
    with pytest.raises(ApiError) as caught:
        account(status).mailboxes.list()
    assert caught.value.status == status


def test_an_unnamed_success_is_a_success(account):
    assert account(299, json=[]).mailboxes.list() == []


def test_a_missing_key_names_model_and_key(account):
    broken = {"id": 1, "type": "SMTP", "details": {"email": "a", "provider": "x", "login": "l"}}
    with pytest.raises(UnexpectedResponse, match=r"MailboxDetails\.server is missing"):
        account(json=[broken]).mailboxes.list()
    with pytest.raises(InvalidValue, match=r"Mailbox\.id is missing"):
        Mailbox.from_dict({})


def test_an_unknown_mailbox_type_or_provider_does_not_fail_the_page(account):
    new = {**MAILBOX, "type": "JMAP", "details": {**MAILBOX["details"], "provider": "NEWMAIL"}}
    first, second = account(json=[MAILBOX, new]).mailboxes.list()
    assert (first.type_, second.type_, second.details.provider) == ("SMTP", "JMAP", "NEWMAIL")


def test_a_wrong_scalar_type_is_read_or_named_never_accepted_as_it_is(account):
    assert account(json={**MAILBOX, "id": "51001"}).mailboxes.get(1).id == 51001
    with pytest.raises(UnexpectedResponse, match=r"Mailbox\.id should be an integer, not text"):
        account(json={**MAILBOX, "id": "many"}).mailboxes.get(1)


@pytest.mark.parametrize("company", [None, "880101", 0, -1, True, 1.0, 2**63])
def test_a_bad_company_id_is_refused_not_sent_as_text(company):
    sent: list[httpx.Request] = []
    with Client(transport=httpx.MockTransport(lambda r: sent.append(r) or httpx.Response(200, json=[]))) as client:
        with pytest.raises(PolicyError):
            list_mailboxes.sync(client=client, x_company_id=company)
    assert sent == []


def test_there_is_a_default_timeout():
    def respond(request: httpx.Request) -> httpx.Response:
        limits = request.extensions["timeout"]
        assert all(limits.values()), limits
        raise httpx.ReadTimeout("too slow")

    with pytest.raises(TimedOut):
        Account("k", transport=httpx.MockTransport(respond)).me()


def test_a_timeout_holds_for_one_call(account):
    seen: list[float] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"]["read"])
        return httpx.Response(200, json=[])

    mine = Account("k", transport=httpx.MockTransport(respond), timeout=7)
    mine.mailboxes.list(timeout=2)
    mine.mailboxes.list()
    assert seen == [2, 7]


def test_vendor_times_are_aware():
    window = FreezeWindow.from_dict({"from": "2025-03-05 17:57:00", "to": "2025-06-11T00:00:00+0200"})
    assert window.from_.datetime == datetime(2025, 3, 5, 17, 57, tzinfo=UTC)
    assert window.to.datetime == datetime(2025, 6, 10, 22, tzinfo=UTC)
    assert window.to == "2025-06-11T00:00:00+0200"


def test_a_bound_client_changes_nothing_in_its_parent():
    seen: list[str | None] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("x-company-id"))
        return httpx.Response(200, json=[])

    agency = Agency("hq", transport=httpx.MockTransport(respond))
    own, child = agency.own_account, agency.account(5)
    for each in (own, child, own, agency.account(6), child):
        each.mailboxes.list()
    assert seen == [None, "5", None, "6", "5"]


def test_reprs_and_pickles_show_no_secret():
    mailbox = ManualConnectionMailbox(
        smtp_email="a@example.com", smtp_password="hunter2", smtp_server="s", smtp_port=1,
        imap_email="a@example.com", imap_password="hunter3", imap_server="s", imap_port=1,
    )  # fmt: skip
    assert "hunter" not in repr(mailbox) and mailbox.to_dict()["smtp_password"] == "hunter2"
    agency = Agency("canary-key")
    for thing in (agency, agency.account(1), HQKey("canary-key"), PolicyTransport(HQKey("canary-key"))):
        assert "canary" not in repr(thing)
        with pytest.raises(TypeError) as refused:
            pickle.dumps(thing)
        assert "canary" not in str(refused.value)


def test_threads_that_come_first_together_share_one_pool():
    client = Client(transport=httpx.MockTransport(lambda r: httpx.Response(200)))
    with ThreadPoolExecutor(8) as threads:
        pools = set(threads.map(lambda _: id(client.get_httpx_client()), range(64)))
    assert len(pools) == 1


def test_a_client_can_be_entered_twice_and_is_closed_in_between(account):
    mine = account(json=[])
    for _ in range(2):
        with mine:
            assert mine.mailboxes.list() == []
        with pytest.raises(ClientClosed):
            mine.mailboxes.list()


def test_unset_stays_itself_in_copies_and_pickles():
    mailbox = Mailbox.from_dict(MAILBOX)
    for twin in (copy.deepcopy(mailbox), pickle.loads(pickle.dumps(mailbox))):
        assert twin.details.port is UNSET and twin.to_dict() == MAILBOX


def test_an_empty_200_is_an_unexpected_response_not_a_json_error(account):
    with pytest.raises(UnexpectedResponse, match="the body is empty"):
        account(200).mailboxes.list()


def test_a_204_is_an_empty_list(account):
    assert account(204).mailboxes.list() == []


def test_unknown_fields_are_kept():
    company = {"id": 1, "name": "n", "owner": "o", "active": True, "running_campaigns": 0,
               "email_slots": 1, "linkedin_slots": 0, "new": {"deep": [1, None]}}  # fmt: skip
    assert Company.from_dict(company).to_dict() == company


def test_the_async_client_has_one_pool_too():
    async def main() -> None:
        transport = httpx.MockTransport(lambda r: httpx.Response(200, json=[]))
        async with AsyncClient(transport=transport) as client:
            assert client.get_async_httpx_client() is client.get_async_httpx_client()

    asyncio.run(main())


def test_a_client_key_never_goes_with_a_company():
    with pytest.raises(PolicyError) as refused:
        PolicyTransport(ClientKey("k"), scope=CompanyScope(1)).handle_request(
            httpx.Request("GET", "https://api.woodpecker.co/rest/v2/mailboxes")
        )
    assert refused.value.reason == "company_with_client_key"
