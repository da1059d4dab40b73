"""What a fault may be, and which requests it applies to."""

from __future__ import annotations

from typing import Any

import pytest
from woodpecker_mock import Fault
from woodpecker_mock.faults.active import Faults

REQUEST = ("listMailboxes", "100.key", 7)


def met(faults: Faults, count: int, when: Any = "before") -> list[int | None]:
    """The statuses of the faults that so many equal requests meet."""
    taken = [faults.take(when, *REQUEST) for _ in range(count)]
    return [fault and fault.status for fault in taken]


@pytest.mark.parametrize(
    ("chosen", "matches"),
    [
        ({}, True),
        ({"operation": "listMailboxes"}, True),
        ({"operation": "getMailbox"}, False),
        ({"key": "100.key"}, True),
        ({"key": "100.other"}, False),
        ({"company": 7}, True),
        ({"company": 8}, False),
        ({"operation": "listMailboxes", "key": "100.key", "company": 7}, True),
        ({"operation": "listMailboxes", "key": "100.key", "company": 8}, False),
    ],
)
def test_a_fault_matches_what_it_selects(chosen: dict[str, Any], matches: bool) -> None:
    assert Fault(**chosen).matches(*REQUEST) is matches


def test_a_request_without_key_and_company_matches_only_what_selects_neither() -> None:
    assert Fault().matches("getMe", None, None)
    assert not Fault(key="100.key").matches("getMe", None, None)
    assert not Fault(company=7).matches("getMe", None, None)


def test_a_fault_lets_some_pass_and_is_used_up() -> None:
    faults = Faults()
    planted = faults.add(Fault(after=2, times=3))
    assert met(faults, 7) == [None, None, 500, 500, 500, None, None]
    assert (planted.seen, planted.applied) == (7, 3)


def test_a_fault_without_an_end_applies_to_all() -> None:
    faults = Faults()
    faults.add(Fault(times=None))
    assert met(faults, 50) == [500] * 50


def test_faults_follow_each_other_in_the_order_they_came() -> None:
    faults = Faults()
    faults.add(Fault(status=429, times=2))
    faults.add(Fault(status=502))
    faults.add(Fault(status=503, after=4))
    assert met(faults, 6) == [429, 429, 502, None, 503, None]


def test_before_and_after_are_counted_apart() -> None:
    faults = Faults()
    faults.add(Fault(when="after", status=502))
    assert met(faults, 2, "before") == [None, None]
    assert met(faults, 2, "after") == [502, None]


def test_cleared_faults_meet_nothing() -> None:
    faults = Faults()
    faults.add(Fault(times=None))
    faults.clear()
    assert met(faults, 1) == [None]
    assert faults.state() == {"hanging": 0, "faults": []}


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"kind": "explode"}, "kind"),
        ({"kind": None}, "kind"),
        ({"kind": []}, "kind"),
        ({"when": "during"}, "when"),
        ({"operation": "getYou"}, "operation"),
        ({"operation": {}}, "operation"),
        ({"key": 5}, "key"),
        ({"company": "7"}, "company"),
        ({"company": 0}, "company"),
        ({"company": True}, "company"),
        ({"after": -1}, "after"),
        ({"after": 1.5}, "after"),
        ({"times": 0}, "times"),
        ({"times": "always"}, "times"),
        ({"status": 199}, "status"),
        ({"status": 600}, "status"),
        ({"status": "500"}, "status"),
        ({"body": object()}, "body"),
        ({"body": {"x": {1, 2}}}, "body"),
        ({"body": "\ud800"}, "body"),
        ({"body": ["\ud800"]}, "body"),
        ({"status": 204, "body": "x"}, "body"),
        ({"content_type": "a\nb"}, "content_type"),
        ({"content_type": 5}, "content_type"),
        ({"headers": []}, "headers"),
        ({"headers": {"a b": "c"}}, "headers"),
        ({"headers": {"a": "b\r\nc: d"}}, "headers"),
        ({"headers": {"a": 5}}, "headers"),
        ({"headers": {"Content-Length": "5"}}, "headers"),
        ({"pause": -0.1}, "pause"),
        ({"pause": float("nan")}, "pause"),
        ({"pause": "1"}, "pause"),
        ({"mid_body": 1}, "mid_body"),
        ({"mid_body": True}, "mid_body"),
    ],
)
def test_an_invalid_fault_is_rejected_with_the_field(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} "):
        Fault(**fields)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ([], "object"),
        (None, "object"),
        ({"kind": "hang", "colour": "blue"}, "colour"),
        ({"body_base64": "%"}, "body_base64"),
        ({"body_base64": 5}, "body_base64"),
    ],
)
def test_json_that_is_no_fault_is_rejected_with_the_reason(value: object, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Fault.from_json(value)


@pytest.mark.parametrize("body", [None, "", "text", {"a": [1]}, b"\xff\x00", []])
def test_a_fault_goes_through_json_and_back(body: object) -> None:
    fault = Fault("slow", "after", "getMe", "100.key", 7, 1, None, 200, body, "text/html", {"Retry-After": "1"}, 0.5)
    assert Fault.from_json(fault.to_json()) == fault


def test_a_key_is_not_in_the_repr() -> None:
    assert "100.key" not in repr(Fault(key="100.key"))
