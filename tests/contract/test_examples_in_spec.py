"""Every example of the spec, and every recorded sample of the API, fits the spec's own schemas."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from tests.references import resolved

ROOT = Path(__file__).parents[2]
SPEC: dict[str, Any] = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
resolve = partial(resolved, document=SPEC)
SAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("reference_examples.json").read_text(encoding="utf-8")
)
VERBS = ("get", "put", "post", "patch", "delete")


class Body(NamedTuple):
    """A JSON body the spec describes: a request's (status None) or a response's."""

    operation_id: str
    status: int | None
    media: dict[str, Any]


def bodies() -> Iterator[Body]:
    for item in SPEC["paths"].values():
        for operation in (item[verb] for verb in VERBS if verb in item):
            described: dict[int | None, Any] = {None: operation.get("requestBody", {})}
            described |= {int(status): response for status, response in operation["responses"].items()}
            for status, body in described.items():
                for media in resolve(body).get("content", {}).values():
                    yield Body(operation["operationId"], status, media)


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 schemas as JSON Schema, closed so that a misspelt property is noticed."""
    if isinstance(node, list):
        return [as_json_schema(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if "x-envelopes" in node:
        return {"anyOf": node["x-envelopes"]}
    converted = {key: as_json_schema(value) for key, value in node.items()}
    if converted.get("type") == "object":
        converted.setdefault("additionalProperties", False)
    if converted.pop("nullable", False):
        converted["type"] = [converted["type"], "null"]
    return converted


COMPONENTS = as_json_schema(SPEC["components"])


def validate(instance: Any, schema: dict[str, Any]) -> None:
    Draft202012Validator(
        {**as_json_schema(schema), "components": COMPONENTS},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    ).validate(instance)


BODIES = list(bodies())
each_example = pytest.mark.parametrize(
    ("body", "value"),
    [
        pytest.param(body, resolve(example)["value"], id=f"{body.operation_id}-{body.status}-{name}")
        for body in BODIES
        for name, example in body.media.get("examples", {}).items()
    ],
)


@each_example
def test_example_fits_its_schema_and_its_status(body: Body, value: Any) -> None:
    validate(value, body.media["schema"])
    if "title" in value:
        assert value["status"] == body.status


@pytest.mark.parametrize("body", BODIES, ids=lambda body: f"{body.operation_id}-{body.status}")
def test_every_body_has_an_example(body: Body) -> None:
    assert body.media.get("examples"), "no example"
    assert "example" not in body.media
    assert "example" not in resolve(body.media["schema"]), "examples belong to the media type"


@pytest.mark.parametrize(
    "sample",
    SAMPLES,
    ids=lambda sample: f"{sample['operationId']}-{sample.get('status', sample['part'])}",
)
def test_recorded_sample_fits_the_spec(sample: dict[str, Any]) -> None:
    place = (sample["operationId"], sample.get("status"))
    (body,) = (body for body in BODIES if (body.operation_id, body.status) == place)
    validate(sample["json"], body.media["schema"])


@pytest.mark.parametrize(
    "malform",
    [
        lambda mailboxes: mailboxes[0].pop("id"),
        lambda mailboxes: mailboxes[0].update(id=0),
        lambda mailboxes: mailboxes[0]["details"].update(email=None),
        lambda mailboxes: mailboxes[0]["details"].update(sent_todey=1),
    ],
    ids=["missing", "out of range", "null", "misspelt"],
)
def test_a_malformed_sample_is_noticed(malform: Any) -> None:
    (sample,) = (s for s in SAMPLES if s["operationId"] == "listMailboxes")
    (body,) = (b for b in BODIES if (b.operation_id, b.status) == ("listMailboxes", 200))
    mailboxes = copy.deepcopy(sample["json"])
    validate(mailboxes, body.media["schema"])
    malform(mailboxes)
    with pytest.raises(ValidationError):
        validate(mailboxes, body.media["schema"])
