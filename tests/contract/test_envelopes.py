"""Where either of two errors can arrive: what judges responses uses their precise forms, not the object of both."""

from __future__ import annotations

from typing import Any

import pytest
from woodpecker_mock.contract.operations import operations
from woodpecker_runtime.drift.expected_responses import expected_responses

from tests.fuzz.contract import for_schemathesis

V2 = {"title": "Bad request", "status": 400, "detail": "no"}
V1 = {"status": {"status": "ERROR", "code": "E_WRONG_PARAM", "msg": "no"}}
CODED = {"code": "EXAMPLE_CODE", "details": ["no"]}


@pytest.mark.parametrize(
    ("operation", "body"), [("getMe", V2), ("getMe", V1), ("connectMailboxes", V2), ("connectMailboxes", CODED)]
)
def test_each_envelope_is_valid(operation: str, body: dict[str, Any]) -> None:
    validator = operations()[operation].responses[400]
    assert validator is not None and validator.is_valid(body)


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("getMe", {"status": 400}),
        ("getMe", V1 | {"status": "ERROR"}),
        ("connectMailboxes", {}),
        ("connectMailboxes", {"title": "no"}),
    ],
)
def test_what_has_only_parts_of_them_is_not(operation: str, body: dict[str, Any]) -> None:
    validator = operations()[operation].responses[400]
    assert validator is not None and not validator.is_valid(body)


@pytest.mark.parametrize("operation", ["getMe", "connectMailboxes"])
def test_observer_and_fuzzing_choose_between_them(operation: str) -> None:
    (expected,) = expected_responses().operations[operation][400].content.values()
    assert len(expected.branches) == 2 and not expected.properties
    name = {"getMe": "MeError", "connectMailboxes": "ManualConnectionError"}[operation]
    assert for_schemathesis()["components"]["schemas"][name].keys() == {"anyOf"}
