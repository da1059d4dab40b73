"""Every rule of spec/conventions.spectral.yaml finds its mistakes, and the schema of the extensions agrees with it."""

from __future__ import annotations

import copy
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from .mistakes import MISTAKES, Mistake

SPEC = Path(__file__).parents[2] / "spec"
DOCUMENT = json.loads((SPEC / "dist" / "openapi-3.0.json").read_text(encoding="utf-8"))
RULESET = SPEC / "conventions.spectral.yaml"
each_mistake = pytest.mark.parametrize("mistake", MISTAKES, ids=[one.name for one in MISTAKES])


def made(mistake: Mistake) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENT)
    mistake.make(document)
    return document


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules that fire for each mistake; Node.js starts once for all of them."""
    folder = tmp_path_factory.mktemp("mistakes")
    files = {}
    for number, mistake in enumerate(MISTAKES):
        path = folder / f"{number}.json"
        path.write_text(json.dumps(made(mistake)), encoding="utf-8")
        files[str(path)] = mistake.name
    command = ["node", os.environ["SPECTRAL"], "lint", "--ruleset", str(RULESET), "-f", "json", "-q", *files]
    results = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    fired: dict[str, set[str]] = {name: set() for name in files.values()}
    for result in results:
        fired[files[result["source"]]].add(result["code"])
    return fired


@each_mistake
def test_a_rule_finds_its_mistake(mistake: Mistake, found: dict[str, set[str]]):
    assert made(mistake) != DOCUMENT, "the mistake changes nothing"
    assert mistake.rule in found[mistake.name]


def test_every_rule_has_a_mistake():
    rules = yaml.safe_load(RULESET.read_text(encoding="utf-8"))["rules"]
    assert rules.keys() == {mistake.rule for mistake in MISTAKES}


@each_mistake
def test_the_schema_of_the_extensions_agrees(mistake: Mistake):
    validator = Draft202012Validator(json.loads((SPEC / "extensions.schema.json").read_text(encoding="utf-8")))
    operations = [operation for item in made(mistake)["paths"].values() for operation in item.values()]
    assert all(map(validator.is_valid, operations)) is not mistake.in_schema
