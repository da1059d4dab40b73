"""A runner for workflows in Arazzo, as much of it as `spec/workflows.arazzo.yaml` uses; it stops at anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.references import resolved

ROOT = Path(__file__).parents[1]
SPEC: dict[str, Any] = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "spec/workflows.arazzo.yaml").read_text(encoding="utf-8"))
WORKFLOWS: dict[str, dict[str, Any]] = {one["workflowId"]: one for one in DOCUMENT["workflows"]}
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (verb, path, operation)
    for path, item in SPEC["paths"].items()
    for verb, operation in item.items()
}
_BODY = "$response.body"


class WorkflowFailed(Exception):
    """A step whose response does not meet its criteria."""


def run(workflow: str, inputs: dict[str, Any], client: httpx.Client, pause: Callable[[float], None]) -> dict[str, Any]:
    """Run the steps of a workflow, and return its outputs.

    Args:
        client: sends the requests, with the key.
        pause: called with the seconds before a step is repeated.
    """
    definition = WORKFLOWS[workflow]
    missing = set(definition["inputs"]["required"]) - inputs.keys()
    assert not missing, f"{workflow} needs {missing}"
    values: dict[str, Any] = {f"$inputs.{name}": value for name, value in inputs.items()}
    for step in definition["steps"]:
        response = _run_step(step, values, client, pause)
        for name, expression in step.get("outputs", {}).items():
            values[f"$steps.{step['stepId']}.outputs.{name}"] = _of_response(expression, response)
    return {name: values[expression] for name, expression in definition["outputs"].items()}


def _run_step(
    step: dict[str, Any], values: dict[str, Any], client: httpx.Client, pause: Callable[[float], None]
) -> httpx.Response:
    [retry] = step.get("onFailure", [{"type": "retry", "retryLimit": 0}])
    assert retry["type"] == "retry"
    for left in reversed(range(retry["retryLimit"] + 1)):
        response = _send(step, values, client)
        if _met(step["successCriteria"], response):
            return response
        if not left or not _met(retry.get("criteria", []), response):
            break
        pause(retry["retryAfter"])
    raise WorkflowFailed(f"{step['stepId']}: {response.status_code} {response.text}")


def _send(step: dict[str, Any], values: dict[str, Any], client: httpx.Client) -> httpx.Response:
    verb, path, _ = OPERATIONS[step["operationId"]]
    placed: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for parameter in step.get("parameters", []):
        value = _filled_in(parameter["value"], values)
        placed[parameter["in"]][parameter["name"]] = str(value).lower() if isinstance(value, bool) else str(value)
    body = {"json": _filled_in(step["requestBody"]["payload"], values)} if "requestBody" in step else {}
    url = path.lstrip("/").format(**placed["path"])
    return client.request(verb, url, params=placed["query"], headers=placed["header"], **body)


def _filled_in(value: Any, values: dict[str, Any]) -> Any:
    """A value with the expressions in it replaced."""
    if isinstance(value, dict):
        return {key: _filled_in(one, values) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled_in(one, values) for one in value]
    return values[value] if isinstance(value, str) and value.startswith("$") else value


def _met(criteria: list[dict[str, Any]], response: httpx.Response) -> bool:
    """Whether a response meets all criteria."""
    return all(
        any(_of_response(left, response) == right for left, right in comparisons(one["condition"])) for one in criteria
    )


def comparisons(condition: str) -> Iterator[tuple[str, Any]]:
    """Expressions and the values they are compared with, of a condition like `a == 1 || b == true`."""
    for part in condition.split("||"):
        match = re.fullmatch(r"\s*(\$\S+) == (\S+)\s*", part)
        assert match, f"this runner does not know the condition {condition}"
        yield match[1], yaml.safe_load(match[2])


def _of_response(expression: str, response: httpx.Response) -> Any:
    if expression == "$statusCode":
        return response.status_code
    found = response.json()
    for token in pointer(expression):
        found = found[int(token) if isinstance(found, list) else token]
    return found


def pointer(expression: str) -> list[str]:
    """The tokens of an expression's JSON pointer into the response's body."""
    assert re.fullmatch(r"\$response\.body(#/.+)?", expression), f"this runner does not know {expression}"
    return expression.removeprefix(_BODY).removeprefix("#").split("/")[1:]


def described(schema: dict[str, Any], tokens: list[str]) -> bool:
    """Whether a schema describes what stands at a place of its values."""
    for token in tokens:
        schema = resolved(schema, SPEC)
        if schema.get("type") == "array" and token.isdigit():
            schema = schema["items"]
        elif token in schema.get("properties", {}):
            schema = schema["properties"][token]
        else:
            return False
    return True
