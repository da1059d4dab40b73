"""Every documented JSON sample passes through the generated models and back unchanged."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path
from typing import Any

import httpx
import pytest
from woodpecker_client import api, models
from woodpecker_runtime.responses import read_response

SAMPLES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("reference_examples.json").read_text())
SPEC = json.loads((Path(__file__).parents[2] / "spec/dist/openapi-3.0.json").read_text())
MODULES = {
    module.OPERATION.id: module
    for found in pkgutil.walk_packages(api.__path__, "woodpecker_client.api.")
    if not found.ispkg
    for module in [importlib.import_module(found.name)]
}


def written(value: Any) -> Any:
    if isinstance(value, list):
        return [written(item) for item in value]
    return value.to_dict()


def request_model(operation_id: str) -> str:
    for item in SPEC["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and operation.get("operationId") == operation_id:
                body = operation["requestBody"]
                while "$ref" in body:
                    body = SPEC["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
                return body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    raise AssertionError(operation_id)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample['operationId']}-{sample['part']}")
def test_a_sample_comes_back_unchanged(sample):
    if sample["part"] == "request":
        model = getattr(models, request_model(sample["operationId"]))
        assert model.from_dict(sample["json"]).to_dict() == sample["json"]
    else:
        operation = MODULES[sample["operationId"]].OPERATION
        request = httpx.Request(operation.method, "https://api.woodpecker.co/rest")
        response = httpx.Response(sample["status"], json=sample["json"], request=request)
        assert written(read_response(operation, response, None).parsed) == sample["json"]


def test_the_samples_cover_what_carries_a_body():
    operations_with_samples = {sample["operationId"] for sample in SAMPLES if sample["part"] == "response"}
    assert len(SAMPLES) >= 30 and len(operations_with_samples) >= 18
