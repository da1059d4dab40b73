"""A broken spec is reported by file, line and reason, and costs nothing that was there before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check import check
from generator.spec import Spec, SpecError
from tests.generator.small_client import output, render

ROOT = Path(__file__).parents[2]

Edit = Callable[[str, str], int]

# What is wrong: the text that is replaced, the text in its place, in which of its lines the mistake is, the reason.
BROKEN = {
    "syntax": (
        "tags: [Companies]\n      operationId: list",
        "tags: [Companies\n      operationId: list",
        1,
        "not YAML",
    ),
    "tab": ("  title: Two", "\ttitle: Two", 0, "not YAML: .*cannot start any token"),
    "two documents": (
        "components:\n  sec",
        "---\ncomponents:\n  sec",
        0,
        "not YAML: .*another document",
    ),
    "duplicate key": (
        "  version: 1.2.3",
        "  version: 1.2.3\n  version: 2",
        1,
        "version is here twice, first on line 4",
    ),
    "key that is no text": ("        '204':", "        204:", 0, "key 204: put it in quotes"),
    "no JSON form": ("maximum: 1", "maximum: .inf", 0, r"\.inf has no JSON form"),
    "anchor": ("info:", "info: &info", 0, "anchor &info"),
    "dangling reference": ("/Paging'", "/Pages'", 0, "#/components/schemas/Pages leads nowhere"),
    "circular reference": (
        "    Paging:\n      type: object\n",
        "    Paging:\n      $ref: '#/components/schemas/Paging'\n",
        1,
        "leads back to itself",
    ),
    "reference into another file": (
        "'#/components/schemas/Paging'",
        "paging.yaml#/Paging",
        0,
        "leaves this file",
    ),
    "reference to another kind": (
        "    parameters:\n      - $ref: '#/components/parameters/CompanyContext'\n    patch:",
        "    parameters:\n      - $ref: '#/components/schemas/Paging'\n    patch:",
        1,
        "is none of components/parameters",
    ),
    "path in another file": (
        "/agency/companies:\n",
        "/agency/companies:\n    $ref: a.yaml\n",
        1,
        "leaves this file",
    ),
    "path as a reference": (
        "/agency/companies:\n",
        "/agency/companies:\n    $ref: '#/components/schemas/Paging'\n",
        1,
        "write the operations here",
    ),
    "missing operationId": (
        "    post:\n      tags: [Companies]\n      operationId: createCompany",
        "    post:\n      tags: [Companies]",
        0,
        "'operationId' is a required property",
    ),
    "repeated operationId": (
        "Id: createCompany",
        "Id: listCompanies",
        0,
        "listCompanies is taken already, on line",
    ),
    "missing extension": (
        "    post:\n      tags: [Companies]\n      operationId: createCompany\n      x-route-family: agency\n",
        "    post:\n      tags: [Companies]\n      operationId: createCompany\n",
        0,
        "createCompany: 'x-route-family' is a required property",
    ),
    "unknown family": (
        "createCompany\n      x-route-family: agency",
        "createCompany\n      x-route-family: agent",
        1,
        "x-route-family: 'agent' is not one of",
    ),
    "unknown extension": (
        "x-effect: [billable]",
        "x-efect: [billable]",
        0,
        "x-efect is no extension",
    ),
    "unknown extension of a schema": (
        "enum: [broken]",
        "x-vendor-tiem: utc",
        0,
        "x-vendor-tiem is no extension",
    ),
    "unknown extension of a parameter": (
        "in: query",
        "in: query\n          x-note: hm",
        1,
        "page: x-note is no",
    ),
    "unknown extension of a response": (
        "description: Made.",
        "x-note: hm",
        0,
        "x-note is no extension",
    ),
    "family against the path": (
        "createCompany\n      x-route-family: agency",
        "createCompany\n      x-route-family: account",
        1,
        "says account, but /v2/agency/companies is an agency route",
    ),
    "path that only begins like an agency route": (
        "  /v2/agency/companies:",
        "  /v2/agencycompanies:",
        4,
        "says agency, but /v2/agencycompanies is an account route",
    ),
    "company header on an agency route": (
        "        - name: page\n",
        "        - $ref: '#/components/parameters/CompanyContext'\n        - name: page\n",
        -1,
        "an agency route takes no x-company-id",
    ),
    "no company header on an account route": (
        "    parameters:\n      - $ref: '#/components/parameters/CompanyContext'\n    patch:\n",
        "    patch:\n",
        10,
        "updateMailbox: an account route declares x-company-id",
    ),
    "two operations in one place": (
        "x-method: create",
        "x-method: list",
        0,
        "companies.list is taken already, on line",
    ),
    "page that is no parameter": (
        "page: page\n",
        "page: pagina\n",
        0,
        "no query parameter is called pagina",
    ),
    "size that is no parameter": (
        "        page_size: 50\n",
        "        page_size: 50\n        size: per_page\n",
        1,
        "no query parameter is called per_page",
    ),
    "items that are not there": (
        "items: /content",
        "items: /contents",
        0,
        "the response has no /contents",
    ),
    "total that is not there": (
        "/paging/count]",
        "/paging/sum]",
        0,
        "the response has no /paging/sum",
    ),
    "operation that is not named in backticks": (
        "description: All of them.",
        "description: All of them, unlike `listCompanies` and listCompanies.",
        0,
        "listCompanies: an operation is named in backticks",
    ),
    "lookup of nothing": (
        "      x-resource: companies\n      x-method: list\n",
        "      x-resource: companies\n      x-method: list\n"
        "      x-lookup: [{method: get, by: nickname, unique: true}]\n",
        2,
        "listCompanies: nickname is no required property of type integer or string",
    ),
    "lookup in the place of an operation": (
        "      x-resource: companies\n      x-method: list\n",
        "      x-resource: companies\n      x-method: list\n      x-lookup: [{method: list, by: id, unique: true}]\n",
        2,
        "method: companies.list is taken already, on line",
    ),
    "repeatable change": (
        "x-method: update\n      x-retry: rejected-only",
        "x-method: update\n      x-retry: safe",
        1,
        "x-retry: safe is for GET",
    ),
    "reading that is not repeatable": (
        "x-resource: companies\n      x-method: list\n      x-retry: safe",
        "x-resource: companies\n      x-method: list\n      x-retry: rejected-only",
        2,
        "listCompanies: a GET changes nothing, so x-retry is safe",
    ),
    "extension of what has none": ("info:", "info:\n  x-logo: hm", 1, "x-logo: no extension is read from here"),
    "extension of a request body": (
        "requestBody:\n",
        "requestBody:\n        x-evidence: inferred\n",
        1,
        "x-evidence: no extension is read from here",
    ),
    "another OpenAPI": ("openapi: 3.0.3", "openapi: 3.1.0", 0, "3.0.3"),
    "not OpenAPI": ("in: query", "in: quarry", 0, "quarry"),
    "path parameter without a declaration": (
        "mailboxes/{id}:",
        "mailboxes/{id}/{part}:",
        3,
        "part",
    ),
    "nullable without a type": ("type: string\n          null", "null", 0, "nullable says nothing"),
}


@pytest.mark.parametrize(("old", "new", "offset", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_spec_is_reported_and_changes_nothing(
    old: str,
    new: str,
    offset: int,
    reason: str,
    repository: Path,
    edit: Edit,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = output(repository)
    line = edit(old, new) + offset

    assert main(["regenerate"], repository, render) == 1

    printed = capsys.readouterr().err.splitlines()
    matching = [entry for entry in printed if re.search(reason, entry)]
    assert any(entry.startswith(f"spec/openapi.yaml:{line}: ") for entry in matching), (line, printed)
    assert output(repository) == before


@pytest.mark.parametrize("command", ["check", "drift"])
def test_every_command_reports_it(
    command: str, repository: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    line = edit("x-effect: [billable]", "x-efect: [billable]")
    before = output(repository)

    assert main([command], repository, render) == 1
    assert f"spec/openapi.yaml:{line}: createCompany: x-efect is no extension" in capsys.readouterr().err
    assert output(repository) == before


def test_everything_is_reported_at_once_in_the_order_of_the_lines(repository: Path, edit: Edit) -> None:
    edit("x-method: create", "x-method: list")
    edit("x-effect: [billable]", "x-effect: [expensive]")
    edit("Create a company (billable)", "Create a company")
    edit("items: /content", "items: /contents")
    edit("        page: page\n", "        page: pagina\n")

    with pytest.raises(SpecError) as caught:
        check(Spec(repository / "spec" / "openapi.yaml"))

    reasons = [problem.reason for problem in caught.value.problems]
    assert [reason.split()[-1] for reason in reasons if "listCompanies" in reason] == [
        "pagina",
        "/contents",
    ]
    assert len(reasons) == 4
    lines = [problem.line for problem in caught.value.problems]
    assert lines == sorted(lines)


def test_a_missing_spec_is_reported(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "spec" / "openapi.yaml").unlink()

    assert main(["regenerate"], repository, render) == 1
    assert capsys.readouterr().err == "spec/openapi.yaml:1: there is no such file\n"


@pytest.mark.parametrize("raw", [b"", b"- a list\n", b"info:\n  title: \xff\n"], ids=["empty", "list", "not UTF-8"])
def test_what_is_no_document_is_reported(raw: bytes, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "spec" / "openapi.yaml").write_bytes(raw)

    assert main(["check"], repository, render) == 1
    assert capsys.readouterr().err.startswith(f"spec/openapi.yaml:{1 + raw.count(bytes([10]), 0, -1)}: ")


def test_dates_stay_the_text_they_were_written_as(repository: Path, edit: Edit) -> None:
    edit("title: Two routes of each family", "title: 2026-01-31")

    assert Spec(repository / "spec" / "openapi.yaml").document["info"]["title"] == "2026-01-31"


def test_the_spec_of_this_repository_is_in_order() -> None:
    check(Spec(ROOT / "spec" / "openapi.yaml"))
