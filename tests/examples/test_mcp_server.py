"""The MCP server acts for the company it was started with, changes only what it may, and shows no key."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastmcp import Client
from fastmcp.client.transports import StdioTransport
from woodpecker_auth import OWN_ACCOUNT, CompanyScope, HQKey, Scope
from woodpecker_mcp.__main__ import main
from woodpecker_mcp.answers import SecretsFile, without_secrets
from woodpecker_mcp.contract import WRITES, Contract
from woodpecker_mcp.server import woodpecker_server
from woodpecker_mock import Fault, MockServer

EFFECTS = frozenset({"billable", "irreversible", "sends-mail"})
EVERYTHING = EFFECTS | {WRITES}


@pytest.fixture
def mock(capfd: pytest.CaptureFixture[str]) -> Iterator[MockServer]:
    """A mock, whose HQ key is in nothing that a test printed or logged."""
    with MockServer() as server:
        yield server
        assert server.hq_key not in "".join(capfd.readouterr())


def in_memory(
    mock: MockServer,
    work: Callable[[Client[Any]], Awaitable[Any]],
    account: Scope | None = None,
    secrets: Path | None = None,
    **settings: Any,
) -> Any:
    """What `work(client)` returns, with a server in the same process."""

    async def connected() -> Any:
        file = SecretsFile(secrets) if secrets else None
        key = HQKey(mock.hq_key)
        async with woodpecker_server(key, account, base_url=mock.base_url, secrets=file, **settings) as server:
            async with Client(server) as client:
                return await work(client)

    result = asyncio.run(connected())
    assert mock.hq_key not in str(result)
    return result


def tools(mock: MockServer, **settings: Any) -> dict[str, Any]:
    return {tool.name: tool for tool in in_memory(mock, lambda client: client.list_tools(), **settings)}


def call(mock: MockServer, tool: str, arguments: dict[str, Any] | None = None, **settings: Any) -> Any:
    """The result of a call, also of one that failed."""
    return in_memory(mock, lambda client: client.call_tool(tool, arguments, raise_on_error=False), **settings)


def error(result: Any) -> str:
    assert result.is_error, result
    return str(result.content[0].text)


def refusal(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], key: str, *arguments: str) -> str:
    """What the program complains about before it ends."""
    monkeypatch.setenv("WOODPECKER_API_KEY", key)
    monkeypatch.setattr(sys, "argv", ["woodpecker-mcp", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    complaint = capfd.readouterr().err
    assert not key or key not in complaint
    return complaint


def test_the_program_acts_for_the_company_named_at_its_start(mock: MockServer, tmp_path: Path) -> None:
    company, *_ = mock.world.agencies[0].companies.values()
    environment = {**os.environ, "WOODPECKER_API_KEY": mock.hq_key, "WOODPECKER_BASE_URL": mock.base_url}
    command = ["-m", "woodpecker_mcp", "--company", str(company.id)]
    log = tmp_path / "stderr"

    async def work() -> list[Any]:
        transport = StdioTransport(sys.executable, command, env=environment, keep_alive=False, log_file=log)
        async with Client(transport) as client:
            results = [await client.call_tool(tool) for tool in ("me", "mailboxes_list", "companies_list")]
            results.append(await client.call_tool("mailboxes_get", {"id": 1}, raise_on_error=False))
            return results

    results = asyncio.run(work())

    me, mailboxes, companies = (result.structured_content for result in results[:3])
    assert me["firm_id"] == company.id
    assert [mailbox["id"] for mailbox in mailboxes["result"]] == sorted(company.account.mailboxes)
    assert company.id in [one["id"] for one in companies["content"]]
    assert "404" in error(results[3])
    assert mock.hq_key not in f"{results}{log.read_text(encoding='utf-8')}"


@pytest.mark.parametrize(
    ("key", "arguments", "complaint"),
    [
        ("", (), "an API key is 1 to 512 visible ASCII characters"),
        ("a-key-of-ours", ("--company", "Acme"), "not a company id in plain digits"),
        ("a-key-of-ours", ("--company", "1", "--own-account"), "not allowed with argument"),
        ("a-key-of-ours", ("--allow", "everything"), "invalid choice: 'everything'"),
    ],
)
def test_a_start_with_wrong_settings_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    key: str,
    arguments: tuple[str, ...],
    complaint: str,
) -> None:
    assert complaint in refusal(monkeypatch, capfd, key, *arguments)


def test_without_a_company_account_tools_are_refused_before_anything_is_sent(mock: MockServer) -> None:
    assert "started without a company" in error(call(mock, "mailboxes_list"))
    assert not mock.log


def test_the_own_account_has_to_be_asked_for_by_name(mock: MockServer) -> None:
    me = call(mock, "me", account=OWN_ACCOUNT).structured_content

    assert me["firm_id"] not in mock.world.agencies[0].companies


def test_with_every_permission_each_operation_is_a_tool_named_as_the_method(mock: MockServer, tmp_path: Path) -> None:
    everything = tools(mock, permitted=EVERYTHING, secrets=tmp_path / "secrets")

    assert len(everything) == len(Contract().operations)
    assert {"me", "companies_list", "companies_api_keys_create", "mailboxes_update_footer"} <= set(everything)


def test_no_tool_has_an_argument_for_the_key_or_the_company_of_its_account(mock: MockServer, tmp_path: Path) -> None:
    for tool in tools(mock, permitted=EVERYTHING, secrets=tmp_path / "secrets").values():
        assert not {"x-api-key", "x-company-id", "x_api_key", "x_company_id"} & set(tool.input_schema["properties"])


def test_without_permission_tools_only_read(mock: MockServer) -> None:
    methods = {operation.tool: operation.method for operation in Contract().operations}

    listed = tools(mock)

    assert "companies_list" in listed
    assert all(methods[name] == "get" and tool.annotations.read_only_hint for name, tool in listed.items())
    assert "Unknown tool" in error(call(mock, "companies_create", {"companies": [{"name": "New"}]}))


@pytest.mark.parametrize("missing", sorted(EVERYTHING))
def test_an_operation_is_no_tool_if_one_of_its_effects_is_not_permitted(
    mock: MockServer, tmp_path: Path, missing: str
) -> None:
    needing = {operation.tool for operation in Contract().operations if missing in operation.needs}

    listed = tools(mock, permitted=EVERYTHING - {missing}, secrets=tmp_path / "secrets")

    assert needing and not needing & set(listed)


def test_annotations_say_which_tools_cannot_be_undone(mock: MockServer) -> None:
    listed = tools(mock, permitted=EVERYTHING)

    hints = {
        name: (tool.annotations.read_only_hint, tool.annotations.destructive_hint, tool.annotations.idempotent_hint)
        for name, tool in listed.items()
    }
    assert hints["companies_list"] == (True, False, True)
    assert hints["blacklist_emails_add"] == (False, False, False)
    for name in ("companies_create", "companies_guests_invite", "blacklist_emails_remove", "mailboxes_update_footer"):
        assert hints[name] == (False, True, False)


def test_operations_that_return_secrets_are_no_tools_without_a_file_for_them(mock: MockServer) -> None:
    listed = tools(mock, permitted=EVERYTHING | {"secret-in-response"})

    assert "companies_create" in listed and not [name for name in listed if "api_keys" in name or "linkedin" in name]


def test_a_created_key_is_written_to_the_file_and_not_shown(
    mock: MockServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    company, *_ = mock.world.agencies[0].companies
    file = tmp_path / "secrets"
    arguments = {"company_id": company, "label": "crm sync"}

    async def work(client: Client[Any]) -> list[Any]:
        created = await client.call_tool("companies_api_keys_create", arguments)
        return [created, await client.call_tool("companies_api_keys_list", {"company_id": company})]

    created, listed = in_memory(mock, work, permitted=EVERYTHING, secrets=file)

    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    key = lines[0]["response"]["api_key"]
    assert lines[0]["tool"] == "companies_api_keys_create" and lines[0]["arguments"] == arguments
    assert key in [entry["api_key"] for entry in lines[1]["response"]["content"]]
    assert created.structured_content["api_key"].startswith("***")
    assert "crm sync" in [entry["label"] for entry in listed.structured_content["content"]]
    assert not [entry for entry in lines[1]["response"]["content"] if entry["api_key"] in f"{created}{listed}"]
    assert key not in "".join(capfd.readouterr())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_the_spec_does_not_describe_may_be_a_secret() -> None:
    [create] = [operation for operation in Contract().operations if operation.id == "createCompanyApiKey"]

    shown = without_secrets({"api_key": ["moved"], "token": "new", "more": {"key": 1}}, create.response_schema, "***")

    assert shown == {"api_key": "***", "token": "***", "more": "***"}
    assert without_secrets("text", create.response_schema, "***") == "***"


def test_a_file_that_others_can_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "secrets"
    file.touch(0o644)

    assert "others can read" in refusal(monkeypatch, capfd, "a-key-of-ours", "--secrets-file", str(file))


def test_a_lost_response_of_a_change_says_how_to_find_out_whether_it_ran(mock: MockServer) -> None:
    arguments = {"emails": ["stop@example.com"]}
    mock.faults.add(Fault(kind="reset", operation="addBlacklistedEmails", when="after"))
    mock.faults.add(Fault(kind="reset", operation="listBlacklistedEmails", when="after"))

    changed = error(call(mock, "blacklist_emails_add", arguments, permitted=EVERYTHING))
    read = error(call(mock, "blacklist_emails_list"))

    assert "may have run" in changed and "blacklist_emails_list" in changed
    assert "may have run" not in read


def test_calls_wait_for_each_other_so_that_the_api_drops_none(mock: MockServer) -> None:
    company, *_ = mock.world.agencies[0].companies

    async def work(client: Client[Any]) -> list[Any]:
        return await asyncio.gather(*(client.call_tool("me") for _ in range(12)))

    mock.latency = 0.02
    assert len(in_memory(mock, work, account=CompanyScope(company))) == 12
    assert mock.request_log.in_flight_highest == 1


def test_a_call_ends_at_the_deadline(mock: MockServer) -> None:
    mock.faults.add(Fault(kind="hang"))

    async def work(client: Client[Any]) -> Any:
        # Less than the timeout of one phase of a request.
        async with asyncio.timeout(15):
            return await client.call_tool("companies_list", raise_on_error=False)

    assert "ReadTimeout" in error(in_memory(mock, work, deadline=0.2))


def test_an_error_of_the_api_is_readable(mock: MockServer) -> None:
    [inactive, *_] = [one.id for one in mock.world.agencies[0].companies.values() if not one.active]

    assert "409" in (text := error(call(mock, "me", account=CompanyScope(inactive)))) and "inactive" in text.lower()


@pytest.mark.parametrize("status", [200, 302, 400, 500])
def test_a_response_that_repeats_the_key_does_not_show_it(mock: MockServer, status: int) -> None:
    headers = {"location": f"{mock.base_url}/v2/agency/companies?key={mock.hq_key}"}
    mock.faults.add(Fault(status=status, body={"title": f"the key {mock.hq_key}"}, headers=headers))

    assert "the key ***" in str(call(mock, "companies_list"))


def test_a_response_with_a_secret_that_is_cut_short_is_not_shown(mock: MockServer, tmp_path: Path) -> None:
    company, *_ = mock.world.agencies[0].companies
    mock.faults.add(Fault(kind="truncated", when="after"))
    arguments = {"company_id": company, "label": "crm sync"}

    result = call(mock, "companies_api_keys_create", arguments, permitted=EVERYTHING, secrets=tmp_path / "secrets")

    [text] = json.loads((tmp_path / "secrets").read_text(encoding="utf-8"))["response"]
    start, _, cut_key = text.partition(':"')
    assert start == '{"api_key"' and cut_key
    assert "***" in str(result) and cut_key not in str(result)
