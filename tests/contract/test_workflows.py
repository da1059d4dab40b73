"""spec/workflows.arazzo.yaml: what it names is in the spec, and its workflows run on the mock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from woodpecker_mock import Fault, MockServer

from tests.references import resolved
from tests.workflows import (
    DOCUMENT,
    OPERATIONS,
    SPEC,
    WORKFLOWS,
    WorkflowFailed,
    comparisons,
    described,
    pointer,
    run,
)

STEPS = {
    f"{name}-{step['stepId']}": (workflow, step) for name, workflow in WORKFLOWS.items() for step in workflow["steps"]
}
each_step = pytest.mark.parametrize(("workflow", "step"), STEPS.values(), ids=STEPS)

ONBOARDING: dict[str, Any] = {
    "company_name": "Tidewater Tea",
    "key_label": "crm sync",
    "guest_name": "Guest Three",
    "guest_email": "guest.three@example.com",
    "mailboxes": [
        {
            "smtp_email": f"{name}@example.com",
            "smtp_password": "not-a-real-password",
            "smtp_server": "smtp.example.com",
            "smtp_port": 465,
            "imap_email": f"{name}@example.com",
            "imap_password": "not-a-real-password",
            "imap_server": "imap.example.com",
            "imap_port": 993,
        }
        for name in ("sales", "support")
    ],
}


def parameters_of(operation: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The parameters of an operation, by place and name."""
    found = [resolved(one, SPEC) for one in OPERATIONS[operation][2].get("parameters", [])]
    return {(one["in"], one["name"]): one for one in found}


def values_in(node: Any) -> Iterator[str]:
    """Every expression that a step takes its values from."""
    if isinstance(node, dict):
        for value in node.values():
            yield from values_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from values_in(value)
    elif isinstance(node, str) and node.startswith("$"):
        yield node


def test_it_has_the_version_of_the_spec() -> None:
    assert DOCUMENT["info"]["version"] == SPEC["info"]["version"]


@each_step
def test_a_step_gives_an_operation_the_parameters_that_it_has(workflow: dict[str, Any], step: dict[str, Any]) -> None:
    declared = parameters_of(step["operationId"])
    given = {(one["in"], one["name"]) for one in step.get("parameters", [])}

    assert given <= declared.keys()
    assert {place for place, parameter in declared.items() if parameter.get("required")} <= given
    assert ("requestBody" in step) == ("requestBody" in OPERATIONS[step["operationId"]][2])


@each_step
def test_a_step_on_an_account_route_names_the_company(workflow: dict[str, Any], step: dict[str, Any]) -> None:
    family = OPERATIONS[step["operationId"]][2]["x-route-family"]

    named = any(one["name"] == "x-company-id" for one in step.get("parameters", []))
    assert named == (family == "account")


@each_step
def test_a_step_takes_its_values_from_inputs_and_from_steps_before_it(
    workflow: dict[str, Any], step: dict[str, Any]
) -> None:
    known = {f"$inputs.{name}" for name in workflow["inputs"]["required"]}
    for before in workflow["steps"][: workflow["steps"].index(step)]:
        known |= {f"$steps.{before['stepId']}.outputs.{name}" for name in before.get("outputs", {})}

    assert set(values_in([step.get("parameters", []), step.get("requestBody", {})])) <= known


@each_step
def test_a_step_reads_what_its_response_has(workflow: dict[str, Any], step: dict[str, Any]) -> None:
    conditions = [one["condition"] for one in step["successCriteria"]]
    compared = [pair for condition in conditions for pair in comparisons(condition)]
    statuses = [str(value) for expression, value in compared if expression == "$statusCode"]
    read = [*step.get("outputs", {}).values(), *(one for one, _ in compared if one != "$statusCode")]

    assert statuses
    for status in statuses:
        response = resolved(OPERATIONS[step["operationId"]][2]["responses"][status], SPEC)
        schema = response["content"]["application/json"]["schema"]
        assert [one for one in read if not described(schema, pointer(one))] == []


@each_step
def test_only_a_call_that_may_be_repeated_is_repeated(workflow: dict[str, Any], step: dict[str, Any]) -> None:
    assert "onFailure" not in step or OPERATIONS[step["operationId"]][2]["x-retry"] == "safe"


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(batch_seconds=0.05) as server:
        yield server


@pytest.fixture
def client(mock: MockServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=mock.base_url, headers={"x-api-key": mock.hq_key}) as http:
        yield http


def no_pause(seconds: float) -> None:
    raise AssertionError("nothing is to be repeated")


def test_companies_and_then_the_mailboxes_of_each(mock: MockServer, client: httpx.Client) -> None:
    page = run("companies", {"page": 1}, client, no_pause)
    listed = {
        one["id"]: run("mailboxes", {"company_id": one["id"]}, client, no_pause)["mailboxes"]
        for one in page["companies"]
    }

    companies = mock.world.agencies[0].companies
    active = {number: company for number, company in companies.items() if company.active}
    assert page["total_pages"] == 1
    assert listed.keys() == active.keys() != companies.keys()
    assert {number: len(found) for number, found in listed.items()} == {
        number: len(company.account.mailboxes) for number, company in active.items()
    }


def test_a_client_is_onboarded(mock: MockServer, client: httpx.Client) -> None:
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        # The mock's mailboxes take a fiftieth of the time that the pause is meant for.
        pauses.append(seconds)
        time.sleep(0.02)

    made = run("onboard", ONBOARDING, client, pause)

    company = mock.world.agencies[0].companies[made["company_id"]]
    assert company.account.name == ONBOARDING["company_name"]
    assert set(pauses) == {5}
    assert (made["connected"], made["failed"]) == (2, [])
    found = run("mailboxes", {"company_id": company.id}, client, no_pause)["mailboxes"]
    assert {one["details"]["email"] for one in found} == {"sales@example.com", "support@example.com"}
    own = client.get("v2/mailboxes", headers={"x-api-key": made["api_key"]})
    assert own.json() == found


def test_it_ends_with_the_first_step_that_fails(mock: MockServer, client: httpx.Client) -> None:
    mock.faults.add(Fault(kind="status", status=500, operation="createCompanyApiKey", times=1))

    with pytest.raises(WorkflowFailed, match="^key: 500 "):
        run("onboard", ONBOARDING, client, no_pause)

    assert mock.executed["inviteGuests"] == mock.executed["connectMailboxes"] == 0
