"""The forms of the output, and which of them is chosen."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from typing import Any

import pytest
from woodpecker_cli.rows.columns import columns_of
from woodpecker_cli.rows.layout import layout
from woodpecker_cli.rows.records import flat
from woodpecker_mock import Fault, MockServer

from .conftest import Run

MAILBOXES = ["mailboxes", "list", "--company", "880101"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


def test_a_pipe_gets_a_line_of_json_for_each_result(woodpecker: Run) -> None:
    done = woodpecker("companies", "list")
    lines = [json.loads(line) for line in done.out.splitlines()]

    assert done.err == "" and len(lines) == 14 and lines[0]["name"] == "Quillby Foods"
    assert "Ångström" in done.out
    assert json.loads(woodpecker("me", "--own-account").out)["firm_name"] == "Blue Heron Agency"


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_document(woodpecker: Run, mock: MockServer, count: int) -> None:
    mock.faults.add(Fault(status=200, body={"content": [{"id": 1, "type": "SMTP", "details": {"email": "x"}}] * count}))

    done = woodpecker("companies", "email-accounts", "list", "880101", "-o", "json")

    assert len(json.loads(done.out)) == count and done.out.endswith("]\n")
    assert json.loads(woodpecker("me", "--own-account", "-o", "json").out)["firm_name"] == "Blue Heron Agency"


def test_csv_has_the_columns_of_the_spec_whatever_the_data(woodpecker: Run, mock: MockServer) -> None:
    some = list(csv.DictReader(io.StringIO(woodpecker(*MAILBOXES, "-o", "csv").out)))
    mock.faults.add(Fault(status=200, body=[]))
    none = woodpecker(*MAILBOXES, "-o", "csv").out

    assert "details.warmup_data.status" in some[0] and "details.imap_id" in some[0]
    assert none == ",".join(some[0]) + "\n"
    assert {row["details.private"] for row in some} == {"", "false"}


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_csv_has_no_formulas(woodpecker: Run, mock: MockServer, name: str) -> None:
    mock.faults.add(Fault(status=200, body={"user_id": -7, "firm_id": 1, "firm_name": name}))

    row = next(csv.DictReader(io.StringIO(woodpecker("me", "--own-account", "-o", "csv").out)))

    assert row["firm_name"].startswith("'") and row["user_id"] == "-7"


def test_lists_are_a_cell(woodpecker: Run, mock: MockServer) -> None:
    user: dict[str, Any] = {"id": 1, "email": "a@b.c", "role": "guest"}
    fields = {"permissions": ["a", "b"], "guest_permissions": ["a", "b"], "nested": [{"x": 1}]}
    assert flat(user | fields)["permissions"] == ["a", "b"]
    mock.faults.add(Fault(status=200, body=[{"id": 1, "type": "SMTP", "details": {
        "email": "e", "provider": "p", "login": "l", "server": "s", "freeze_account": [{"from": "a", "to": "b"}],
    }}]))  # fmt: skip

    row = next(csv.DictReader(io.StringIO(woodpecker(*MAILBOXES, "-o", "csv").out)))

    assert json.loads(row["details.freeze_account"]) == [{"from": "a", "to": "b"}]


def test_columns_are_fields_by_their_paths_or_the_ends_of_these(woodpecker: Run) -> None:
    for form, expected in (("csv", "id,details.email\n"), ("jsonl", '{"id": '), ("table", "id")):
        done = woodpecker(*MAILBOXES, "-o", form, "--columns", "id,email")
        assert done.out.lstrip().startswith(expected) and "email" in done.out, form
    first = json.loads(woodpecker(*MAILBOXES, "--columns", "details.email , type").out.splitlines()[0])
    assert list(first) == ["details.email", "type"]


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("[?active].name | [0]", '"Quillby Foods"\n'),
        ("length(@)", "14\n"),
        ("[:2].{n: name, a: active}", '{"n": "Quillby Foods", "a": true}\n{"n": "Lantern Row Books", "a": true}\n'),
        ("nothing", "null\n"),
    ],
)
def test_a_query_selects(woodpecker: Run, query: str, printed: str) -> None:
    assert woodpecker("companies", "list", "--query", query).out == printed


def test_a_query_of_one_result_and_its_csv(woodpecker: Run) -> None:
    assert woodpecker("me", "--own-account", "--query", "firm_name").out == '"Blue Heron Agency"\n'
    done = woodpecker("companies", "list", "--query", "[:1].{n: name, a: active}", "-o", "csv")
    assert done.out == "n,a\nQuillby Foods,true\n"


def test_a_table_fits_80_columns_and_wide_shows_all(woodpecker: Run) -> None:
    narrow = woodpecker(*MAILBOXES, "-o", "table")
    wide = woodpecker(*MAILBOXES, "-o", "table", "--wide")

    lines = narrow.out.splitlines()
    assert max(map(len, lines)) <= 80 and "email" in lines[0] and "\x1b" not in narrow.out
    assert len(lines) > 3
    assert "unsubscribe_url" in wide.out.splitlines()[0] and "…" not in wide.out
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", ["40", "60", "120", "200"])
def test_a_table_fits_any_width(woodpecker: Run, monkeypatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)

    for words in (MAILBOXES, ["companies", "list"], ["me", "--own-account"], ["deliverability", "list"]):
        lines = woodpecker(*words, "-o", "table").out.splitlines()
        assert lines and max(map(len, lines)) <= int(width), words


def test_a_table_of_one_result_stands_upright(woodpecker: Run) -> None:
    lines = woodpecker("me", "--own-account", "-o", "table").out.splitlines()

    assert [line.split()[0] for line in lines] == ["user_id", "firm_id", "user_name", "user_email", "firm_name"]


def test_a_long_table_is_printed_in_parts(woodpecker: Run, mock: MockServer) -> None:
    body = {"content": [{"id": n, "type": "SMTP", "details": {"email": f"e{n}@x.example"}} for n in range(2500)]}
    mock.faults.add(Fault(status=200, body=body))

    lines = woodpecker("companies", "email-accounts", "list", "880101", "-o", "table").out.splitlines()

    assert len(lines) == 2502 and lines[-1].split()[0] == "2499"
    assert sum("email" in line for line in lines) == 1


def test_columns_that_say_nothing_are_left_out() -> None:
    rows = [
        {"id": str(n), "empty": "", "same": "x", "login": f"e{n}", "email": f"e{n}", "html": "<" * 99} for n in range(6)
    ]
    paths = ("id", "empty", "same", "email", "login", "html")

    assert [one.path for one in layout(paths, rows, 9, fixed=False)] == ["id", "email"]
    assert [one.path for one in layout(paths, rows, 80, fixed=False)] == ["id", "same", "email", "html"]
    assert [one.path for one in layout(paths, rows, 30, fixed=True)] == list(paths)


def test_titles_are_as_long_as_they_need_to_be() -> None:
    columns = layout(("company.id", "id", "a.name", "b.name", "c.email"), [], 80, fixed=True)

    assert [one.title for one in columns] == ["company id", "id", "a name", "b name", "email"]


def test_control_characters_never_reach_the_terminal(woodpecker: Run, mock: MockServer) -> None:
    for form in ("table", "csv", "json", "jsonl"):
        mock.faults.add(Fault(status=200, body={"user_id": 1, "firm_id": 1, "firm_name": "\x1b[31m\x9b\u202ex"}))
        out = woodpecker("me", "--own-account", "-o", form).out
        assert not {"\x1b", "\x9b", "\u202e"} & {*out} and "\\u001b[31m" in out.replace("\\\\", "\\")


def test_a_scalar_is_one_column() -> None:
    assert columns_of({"type": "string"}) == ("value",)


@posix
@pytest.mark.usefixtures("woodpecker")
@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_a_table_with_colours(variables: dict[str, str], coloured: bool) -> None:
    from .terminal import Terminal

    with Terminal("companies", "list", **variables) as terminal:
        assert terminal.end() == 0

    assert terminal.shown.split()[:3] == ["id", "name", "owner"] and "Ångström Optik" in terminal.shown
    assert (b"\x1b[" in terminal.raw) is coloured
    assert "Not shown:" in terminal.shown and max(map(len, terminal.shown.splitlines())) <= 80


@posix
@pytest.mark.usefixtures("woodpecker")
def test_json_may_be_asked_for_on_a_terminal() -> None:
    from .terminal import Terminal

    with Terminal("companies", "list", "-o", "jsonl", NO_COLOR="1") as terminal:
        assert terminal.end() == 0

    assert len([json.loads(line) for line in terminal.shown.splitlines()]) == 14
    assert os.environ["WOODPECKER_API_KEY"] not in terminal.shown
