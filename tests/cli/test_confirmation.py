"""What costs money, cannot be undone, or sends mail is asked about first."""

from __future__ import annotations

import json
import sys

import pytest
from woodpecker_cli.operations.effects import CONFIRMED
from woodpecker_cli.operations.spec import operations
from woodpecker_mock import Fault, MockServer

from .conftest import Run
from .terminal import Terminal

posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
CREATE = ["companies", "create", "--name", "New Client"]


def test_without_a_terminal_it_needs_yes(woodpecker: Run, mock: MockServer, stdin) -> None:
    stdin("y\n")
    done = woodpecker(*CREATE)

    assert (done.status, done.out) == (2, "") and not mock.log
    assert "woodpecker companies create needs --yes" in done.err
    assert "It costs money. It cannot be undone. Nothing was sent" in done.err


@pytest.mark.parametrize("option", ["--yes", "-y"])
def test_yes_is_the_answer(woodpecker: Run, mock: MockServer, option: str) -> None:
    done = woodpecker(*CREATE, option)

    assert done.status == 0 and json.loads(done.out)["companies"][0]["name"] == "New Client"
    assert list(mock.executed_for) == [("createCompanies", None)]


def test_every_such_operation_has_the_option_and_no_other_one(woodpecker: Run) -> None:
    asked = [one for one in operations() if one.effects & CONFIRMED.keys()]

    assert {one.id for one in asked} >= {"createCompanies", "inviteGuests", "deleteCompanyProspects"}
    for one in operations():
        assert ("--yes" in woodpecker(*one.words, "--help").out) is (one in asked), one.id


@posix
@pytest.mark.usefixtures("woodpecker")
@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("YES\n", 0), ("\n", 3), ("n\n", 3), ("\x04", 3)])
def test_a_person_is_asked(mock: MockServer, answer: str, status: int) -> None:
    with Terminal(*CREATE) as terminal:
        terminal.read_until("Do it? [y/N] ")
        assert not mock.log
        terminal.type(answer)
        assert terminal.end() == status

    question = "Create client companies (billable, irreversible), for the agency.\n  companies: New Client\n"
    assert f"{question}It costs money. It cannot be undone.\n" in terminal.shown
    assert len(mock.log) == (status == 0) and ("Nothing was sent" in terminal.shown) is (status == 3)


@posix
@pytest.mark.usefixtures("woodpecker")
def test_the_question_names_the_account_and_counts_long_lists(mock: MockServer, tmp_path) -> None:
    (tmp_path / "names").write_text("".join(["name\n", *(f"Client {place}\n" for place in range(8))]))
    with Terminal("companies", "create", "--file", str(tmp_path / "names")) as terminal:
        terminal.read_until("Do it?")
        terminal.interrupt()
        assert terminal.end() == 130
    assert "Client 4 and 3 more" in terminal.shown
    delete = ["mailboxes", "microsoft", "credentials", "delete", "7", "--company", "880101"]
    with Terminal(*delete) as terminal:
        terminal.read_until("in the account of company 880101.\n  credential_id: 7\nIt cannot be undone.")
    assert not mock.log


def test_what_may_have_run_is_said_with_commands(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=502, times=None))

    done = woodpecker(*CREATE, "--yes")

    assert done.status == 1 and "It is unknown whether the call ran" in done.err
    assert "List the companies with `woodpecker companies list`" in done.err
    assert not any(one.id in done.err for one in operations())


def test_the_check_of_every_operation_names_commands() -> None:
    from woodpecker_cli.operations.wording import in_commands
    from woodpecker_runtime.packaged_spec import packaged_spec

    ids = [one.id for one in operations()]
    for item in packaged_spec()["paths"].values():
        for one in item.values():
            if isinstance(one, dict) and "x-outcome-check" in one:
                assert not any(name in in_commands(one["x-outcome-check"]) for name in ids)
