"""Texts of the spec and errors of the client name commands, whatever they name operations by."""

from __future__ import annotations

import json
import re

import pytest
from woodpecker_cli.operations.spec import operations
from woodpecker_cli.operations.wording import in_commands
from woodpecker_mock import Fault, MockServer

from tests.cli.conftest import Run
from tests.operations import MODULES, OPERATIONS

METHODS = {".".join((*one.resource, one.name)) for one in operations()}


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_text_names_an_operation_by_its_id_or_its_method(name: str) -> None:
    described = OPERATIONS[name][2]["description"]
    texts = [in_commands(text) for text in (described, MODULES[name].__doc__ or "", name)]
    for text in texts:
        assert {*re.findall(r"\w+", text)} & OPERATIONS.keys() == set()
        assert {*re.findall(r"`([\w.]+)`", text)} & METHODS == set()


def test_an_error_of_a_command_names_the_command_to_look_with(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=502, times=None))
    body = json.dumps({"companies": [{"name": "New Client"}]})

    done = woodpecker("companies", "create", "--yes", "--json", body)

    assert "502 from `woodpecker companies create`" in done.err
    assert "List the companies with `woodpecker companies list`" in done.err
