"""Every operation of the spec is a command, with its arguments, its words and an example."""

from __future__ import annotations

import csv
import inspect
import json
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
from woodpecker_cli.app import app
from woodpecker_cli.operations.command import OperationCommand, command_of
from woodpecker_cli.operations.method import arguments_of, method_of
from woodpecker_cli.operations.spec import DescribedOperation, operations, resolved
from woodpecker_client import Account, Agency
from woodpecker_mock import MockServer
from woodpecker_runtime.packaged_spec import packaged_spec

from .conftest import Run

OPERATIONS = operations()
VERBS = {"get", "put", "post", "patch", "delete"}
each = pytest.mark.parametrize("operation", OPERATIONS, ids=[one.id for one in OPERATIONS])


def commands(group: click.Group | None = None, *words: str) -> dict[tuple[str, ...], click.Command]:
    """All commands by their words."""
    found: dict[tuple[str, ...], click.Command] = {}
    group = group or app()
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found |= commands(command, *words, name) if isinstance(command, click.Group) else {(*words, name): command}
    return found


def test_every_operation_of_the_spec_is_a_command() -> None:
    spec = {
        one["operationId"] for item in packaged_spec()["paths"].values() for verb, one in item.items() if verb in VERBS
    }
    made = {words for words, command in commands().items() if isinstance(command, OperationCommand)}
    derived = made - {("doctor",), ("mailboxes", "health")}

    assert {one.id for one in OPERATIONS} == spec and len(spec) >= 29
    assert derived == {one.words for one in OPERATIONS} and len(derived) == len(spec)
    assert ("blacklist", "domains", "add") in derived and ("companies", "api-keys", "create") in derived


@each
def test_its_method_takes_each_of_its_fields(operation: DescribedOperation) -> None:
    root = Account("1.key") if operation.family == "account" else Agency("1.key")
    method = method_of(root, operation)
    fields = (*operation.arguments, *operation.query, *operation.body)

    named = arguments_of(method, operation, dict.fromkeys(field.name for field in fields))

    assert len(named) == len(fields)
    assert named.keys() == inspect.signature(method).parameters.keys() - {"timeout", "deadline"}
    root.close()


def written(operation: DescribedOperation, folder: Path) -> dict[str, Any]:
    """The files that an example names, with what the spec's example holds; the body that results."""
    body = operation.body_examples[0] if operation.body_examples else {}
    (folder / "secret.txt").write_text("not-a-real-secret\n")
    for name, value in body.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            with (folder / f"{name}.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, value[0])
                writer.writeheader()
                rows = ({key: ";".join(x) if isinstance(x, list) else x for key, x in row.items()} for row in value)
                writer.writerows(rows)
        elif isinstance(value, list):
            (folder / f"{name}.txt").write_text("\n".join(value))
    return body


@each
def test_its_examples_run(operation: DescribedOperation, woodpecker: Run, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    body = written(operation, tmp_path)
    examples = (command_of(operation).epilog or "").splitlines()

    assert examples
    for example in examples:
        done = woodpecker(*shlex.split(example)[1:], "--dry-run")
        head, _, sent = done.out.partition("\n\n")
        assert (done.status, done.err) == (0, ""), example
        path = operation.path.replace("{company_id}", "880101").partition("{")[0]
        assert head.startswith(f"{operation.method} ") and f"/rest{path}" in head.splitlines()[0]
        assert ("x-company-id: " in head) is (operation.family == "account")
        if sent:
            assert without_secrets(json.loads(sent), operation) == without_secrets(body, operation), example


def without_secrets(value: Any, operation: DescribedOperation) -> Any:
    """With times, and lists that an example of one entry cuts short, made comparable."""
    if isinstance(value, dict):
        return {
            key: without_secrets(inner, operation)
            for key, inner in value.items()
            if not key.endswith(("password", "secret")) and not (inner == [] and key == "guest_permissions")
        }
    return [without_secrets(one, operation) for one in value][:1] if isinstance(value, list) else value


@each
def test_its_help_has_the_words_of_the_spec(operation: DescribedOperation, woodpecker: Run) -> None:
    done = woodpecker(*operation.words, "--help")
    text = " ".join(done.out.split())

    assert done.status == 0 and f"Usage: {operation.command}" in text
    assert operation.summary in text and "Examples:" in text and "**" not in text
    for field in (*operation.query, *operation.body):
        assert field.name.replace("_", "-") in text.lower().replace("_", "-")
    assert not any(f" {one.id}" in text or f"`{one.id}`" in text for one in OPERATIONS)
    assert all(len(line) <= 80 for line in done.out.partition("Examples:")[0].splitlines() if "https:" not in line)


def test_names_may_have_underscores_as_in_python(woodpecker: Run) -> None:
    assert woodpecker("companies", "api_keys", "list", "880101").status == 0


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch):
    """A copy of the spec that the commands are derived from, to be changed."""
    document = json.loads(json.dumps(packaged_spec()))
    for module in ("woodpecker_cli.operations.spec", "woodpecker_cli.described"):
        monkeypatch.setattr(f"{module}.packaged_spec", lambda: document)
    operations.cache_clear()
    yield document
    operations.cache_clear()


def test_an_operation_that_is_added_to_the_spec_is_a_command(changed, woodpecker: Run, monkeypatch) -> None:
    changed["paths"]["/v2/mailboxes/{id}/archive"] = {
        "post": {
            "operationId": "archiveMailbox", "summary": "Archive a mailbox", "tags": ["Mailboxes"],
            "x-route-family": "account", "x-resource": "mailboxes", "x-method": "archive_one",
            "x-retry": "rejected-only", "x-effect": ["irreversible"],
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
                {"name": "from", "in": "query", "schema": {"type": "string", "format": "date"}},
                {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                {"name": "ratio", "in": "query", "schema": {"type": "number"}},
            ],
            "requestBody": {"content": {"application/json": {
                "schema": {"type": "object", "required": ["company"], "properties": {
                    "company": {"type": "string", "description": "Where to. See `listMailboxes`."},
                    "keep": {"type": "boolean"},
                    "details": {"type": "object"},
                    "owner": {"$ref": "#/components/schemas/CompanyCreate"},
                    "note": {"type": ["string", "null"]},
                }},
                "examples": {"one": {"value": {"company": "cold storage", "keep": True}}},
            }}},
            "responses": {"200": {"description": "Archived."}},
        }
    }  # fmt: skip
    called: list[Any] = []

    def archive_one(self: object, id: int, *, from_: Any, tags: Any, ratio: Any, company: str, keep: bool, details: Any,
                    owner: Any, note: Any, deadline: float) -> None:  # fmt: skip
        called.append((id, str(from_), tags, ratio, company, keep, details, owner.name, note, deadline))

    from woodpecker_client.resources.mailboxes import Mailboxes

    monkeypatch.setattr(Mailboxes, "archive_one", archive_one, raising=False)
    help = woodpecker("mailboxes", "archive-one", "--help")

    assert help.status == 0 and "Archive a mailbox" in help.out and "--field-company TEXT" in help.out
    assert "woodpecker mailboxes archive-one 51001 --field-company 'cold storage' --keep --company 880101" in help.out
    assert "`woodpecker mailboxes list`" in " ".join(help.out.split())
    options = ["--from", "2026-01-31", "--tags", "a", "--tags", "b", "--ratio", "0.5", "--field-company", "there"]
    options += ["--no-keep", "--details", '{"a": 1}', "--owner", '{"name": "x"}', "--no-note", "--deadline", "9"]
    assert woodpecker("mailboxes", "archive-one", "7", *options, "--company", "880101").status == 2, "asks first"
    assert woodpecker("mailboxes", "archive-one", "7", *options, "--company", "880101", "--yes").status == 0
    assert called == [(7, "2026-01-31", ["a", "b"], 0.5, "there", False, {"a": 1}, "x", None, 9.0)]


def test_both_families_may_have_a_method_of_the_same_name(changed) -> None:
    added = json.loads(json.dumps(changed["paths"]["/v2/agency/blacklist/domains"]["get"]))
    added |= {"operationId": "listOwn", "x-route-family": "account"}
    changed["paths"]["/v2/blacklist/domains"] = {"get": added}

    assert {("blacklist", "domains", "list"), ("account", "blacklist", "domains", "list")} <= commands().keys()
    assert [one.command for one in operations() if one.id == "listOwn"] == ["woodpecker account blacklist domains list"]


def test_references_are_followed() -> None:
    assert resolved({"$ref": "#/components/schemas/Mailbox"})["required"] == ["id", "type", "details"]


def test_an_account_operation_names_its_account(woodpecker: Run, mock: MockServer) -> None:
    assert "--company ID" in woodpecker("mailboxes", "list").err
    assert woodpecker("mailboxes", "list", "--company", "880101").status == 0
    assert json.loads(woodpecker("me", "--own-account").out)["firm_name"] == "Blue Heron Agency"
    assert list(mock.executed_for) == [("listMailboxes", 880101), ("getMe", None)]


def test_a_clients_own_key(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.client_key(880101))

    assert json.loads(woodpecker("me", "--client-key").out)["firm_id"] == 880101
    monkeypatch.setenv("WOODPECKER_KEY_KIND", "client")
    refused = woodpecker("companies", "list")
    assert refused.status == 3 and "agency routes need the agency's HQ key" in refused.err


def test_texts_are_arguments_or_lines_of_a_file(woodpecker: Run, tmp_path: Path, stdin) -> None:
    (tmp_path / "domains.txt").write_text("a.example\n\n b.example \n")
    stdin('["c.example"]')

    assert woodpecker("blacklist", "domains", "add", "d.example", "--file", str(tmp_path / "domains.txt")).status == 0
    assert woodpecker("blacklist", "domains", "add", "--file", "-").status == 0
    listed = woodpecker("blacklist", "domains", "list").out
    assert all(f'"{name}.example"' in listed for name in "abcd")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rows.csv", "name,email,guest_permissions\nAnn,ann@x.example,mailboxes\nBob,bob@x.example,\n"),
        ("rows.jsonl", '{"name": "Ann", "email": "ann@x.example"}\n\n{"name": "Bob", "email": "bob@x.example"}\n'),
        ("rows.json", '[{"name": "Ann", "email": "ann@x.example"}, {"name": "Bob", "email": "bob@x.example"}]'),
    ],
)
def test_rows_come_from_a_file(woodpecker: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    words = [
        "companies",
        "guests",
        "invite",
        "880101",
        "--file",
        str(tmp_path / name),
        "--name",
        "C",
        "--email",
        "c@d.e",
    ]

    sent = json.loads(woodpecker(*words, "--dry-run").out.partition("\n\n")[2])

    assert [guest["name"] for guest in sent["guests"]] == ["Ann", "Bob", "C"]
    assert sent["guests"][0].get("guest_permissions") == (["mailboxes"] if "csv" in name else None)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["companies", "api-keys", "create", "880101"], "--label is missing"),
        (["companies", "api-keys", "create"], "Missing argument 'COMPANY_ID'"),
        (["companies", "api-keys", "create", "x", "--label", "y"], "COMPANY_ID should be a whole number"),
        (["companies", "create"], "there are no companies"),
        (["companies", "create", "--json", "[]"], "--json should be a JSON object"),
        (["companies", "create", "--json", '{"company": 1}'], "its keys are companies"),
        (["companies", "create", "--file", "/nowhere"], "cannot be read"),
        (["companies", "create", "--json", "-", "--api-key-file", "-"], "cannot both read standard input"),
        (["deliverability", "list", "--from", "soon"], "--from should be a day"),
        (["deliverability", "list", "--per-page", "many"], "--per-page should be a whole number"),
        (["companies", "list", "--output", "xml"], "--output should be one of"),
        (["companies", "list", "--columns", "nome"], "out of: id, name"),
        (["companies", "list", "--columns", "id", "--query", "x"], "give one of them"),
        (["companies", "list", "--query", "[?"], "no JMESPath expression"),
        (["companies", "list", "--query", "abs(@)"], "does not fit"),
        (["mailboxes", "list", "--all-companies", "--company", "1"], "goes without --company"),
        (["mailboxes", "microsoft", "credentials", "update", "1", "--client-secret-file", "/no"], "cannot be read"),
        (["mailboxes", "lst"], "No such command"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_and_sends_nothing(woodpecker: Run, mock: MockServer, words, told: str, stdin) -> None:
    stdin("")
    done = woodpecker(*words)

    assert (done.status, done.out) == (2, "") and told in done.err
    assert not mock.log or "abs(@)" in words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x,y\n1,2\n", "which are name, email"),
        ("name,email\na\n", "2 cells are expected, not 1"),
        ('[{"name": "Ann"', "is not JSON"),
        ('{"name": "Ann"}\n{', "line 2 is not JSON"),
        ('name\n"a', "is not CSV"),
        ('[{"name": "Ann"}]', "guests[0].email is missing"),
    ],
)
def test_a_file_that_cannot_be_used(woodpecker: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "rows").write_text(text)

    done = woodpecker("companies", "guests", "invite", "880101", "--yes", "--file", str(tmp_path / "rows"))

    assert done.status == 2 and told in done.err
