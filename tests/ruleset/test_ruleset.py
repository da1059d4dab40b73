"""Every mistake is found by the one tool that has the rule, and every Spectral rule finds one."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.check import check
from generator.spec import Spec, SpecError

from .mistakes import MISTAKES, Check, Mistake, Spectral

SPEC = Path(__file__).parents[2] / "spec"
DOCUMENT = json.loads((SPEC / "dist" / "openapi-3.0.json").read_text(encoding="utf-8"))
RULESET = SPEC / "conventions.spectral.yaml"
each_mistake = pytest.mark.parametrize("mistake", MISTAKES, ids=[one.name for one in MISTAKES])
FOR_SPECTRAL = [(mistake, mistake.found_by) for mistake in MISTAKES if isinstance(mistake.found_by, Spectral)]
FOR_CHECK = [(mistake, mistake.found_by) for mistake in MISTAKES if isinstance(mistake.found_by, Check)]


def made(mistake: Mistake) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENT)
    mistake.make(document)
    return document


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules that fire for each mistake; Node.js starts once for all of them."""
    folder = tmp_path_factory.mktemp("mistakes")
    files = {}
    for number, (mistake, _) in enumerate(FOR_SPECTRAL):
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
def test_a_mistake_changes_the_spec(mistake: Mistake):
    assert made(mistake) != DOCUMENT


@pytest.mark.parametrize(("mistake", "by"), FOR_SPECTRAL, ids=[mistake.name for mistake, _ in FOR_SPECTRAL])
def test_a_rule_of_spectral_finds_its_mistake(mistake: Mistake, by: Spectral, found: dict[str, set[str]]):
    assert by.rule in found[mistake.name]


@pytest.mark.parametrize(("mistake", "by"), FOR_CHECK, ids=[mistake.name for mistake, _ in FOR_CHECK])
def test_a_rule_of_the_generator_finds_its_mistake(mistake: Mistake, by: Check, tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    path.write_text(json.dumps(made(mistake), indent=1), encoding="utf-8")
    shutil.copy(SPEC / "extensions.schema.json", tmp_path)
    with pytest.raises(SpecError) as caught:
        check(Spec(path))
    assert any(by.says in problem.reason for problem in caught.value.problems), str(caught.value)


def test_every_rule_has_a_mistake():
    rules = yaml.safe_load(RULESET.read_text(encoding="utf-8"))["rules"]
    assert rules.keys() == {by.rule for _, by in FOR_SPECTRAL}


@each_mistake
def test_the_schema_of_the_extensions_agrees(mistake: Mistake):
    validator = Draft202012Validator(json.loads((SPEC / "extensions.schema.json").read_text(encoding="utf-8")))
    operations = [operation for item in made(mistake)["paths"].values() for operation in item.values()]
    assert all(map(validator.is_valid, operations)) is not mistake.in_schema
