"""An operation that is added to the spec is everywhere after `regenerate`, with no other edit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.render import render_client
from generator.swap import regenerate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGES = ("runtime", "auth_plugin", "mock_server", "cli")
COMPANY = 880101
EXAMPLE = {"ids": [4711]}

STARTED = """
import json, sys
from woodpecker_mock import MockServer
with MockServer() as mock:
    settings = {"base_url": mock.base_url}
    def show(value): print("shown:", json.dumps(value))
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, in which the spec alone was edited before its output was made."""
    copy = tmp_path_factory.mktemp("tree")
    # Where temporary files are kept below a repository, git ignores them; what is made there is formatted all the same.
    (copy / ".git").mkdir()
    (copy / ".gitignore").write_text("*\n", encoding="utf-8")
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in (*PACKAGES, "docs", "tests", "spec"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    spec = copy / "spec" / "openapi.yaml"
    text = spec.read_text(encoding="utf-8")
    for before, file in (("components:\n", "new_operation.yaml"), ("    # ---- Deliverability\n", "new_schemas.yaml")):
        assert text.count(f"\n{before}") == 1
        text = text.replace(f"\n{before}", f"\n{(HERE / file).read_text(encoding='utf-8')}\n{before}")
    spec.write_text(text, encoding="utf-8")
    regenerate(copy, render_client)
    return copy


def run(tree: Path, program: str, *, started: bool = True) -> Any:
    """What a program shows that imports the packages of the tree, with a mock that it can use."""
    indented = "\n".join(f"    {line}" for line in program.strip().splitlines())
    path = os.pathsep.join(str(tree / folder) for folder in ("generated", *PACKAGES, "."))
    done = subprocess.run(
        [sys.executable, "-c", STARTED + indented],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.partition("shown: ")[2])


def test_it_is_a_method_that_takes_models_and_dicts(tree: Path) -> None:
    program = f"""
from woodpecker_client import Agency
from woodpecker_client.models import NoteToAdd
with Agency(mock.hq_key, **settings) as agency:
    agency.companies.notes.add({COMPANY}, notes=[NoteToAdd("Calls back")])
    added = agency.companies.notes.add({COMPANY}, notes=[{{"text": "Calls back"}}])
show(added.to_dict())
"""
    assert run(tree, program) == EXAMPLE


def test_it_is_a_method_of_asyncio(tree: Path) -> None:
    program = f"""
import asyncio
from woodpecker_client import AsyncAgency
async def main():
    async with AsyncAgency(mock.hq_key, **settings) as agency:
        return await agency.companies.notes.add({COMPANY}, notes=[{{"text": "Calls back"}}])
show(asyncio.run(main()).to_dict())
"""
    assert run(tree, program) == EXAMPLE


def test_its_docstring_has_the_words_of_the_spec_and_an_example(tree: Path) -> None:
    program = """
import inspect
from woodpecker_client.resources.companies_notes import CompaniesNotes
show(inspect.getdoc(CompaniesNotes.add))
"""
    words: str = run(tree, program)
    assert "`companies.list` does not show them" in words and "notes: The notes." in words
    assert f'agency.companies.notes.add({COMPANY}, notes=[{{"text": "Calls back on Monday"}}])' in words


def test_it_is_a_route_of_the_mock_with_policy_validation_and_its_example(tree: Path) -> None:
    program = f"""
import httpx
def status(company, body, key=mock.hq_key):
    url = f"{{mock.base_url}}/v2/agency/companies/{{company}}/notes"
    return httpx.post(url, json=body, headers={{"x-api-key": key}}).status_code
good = {{"notes": [{{"text": "Calls back"}}]}}
client_key = mock.world.agencies[0].companies[{COMPANY}].keys[0].value
show([status({COMPANY}, good), status({COMPANY}, {{"notes": []}}), status({COMPANY}, good, "wrong"),
      status({COMPANY}, good, client_key), status(1, good)])
"""
    assert run(tree, program) == [201, 400, 401, 403, 404]


def test_it_is_a_command(tree: Path) -> None:
    program = f"""
import os, subprocess
def woodpecker(*arguments):
    keys = {{"WOODPECKER_API_KEY": mock.hq_key, "WOODPECKER_BASE_URL": mock.base_url}}
    command = [sys.executable, "-m", "woodpecker_cli", *arguments]
    return subprocess.run(command, env={{**os.environ, **keys}}, capture_output=True, text=True)
done = woodpecker("companies", "notes", "add", "{COMPANY}", "--json", '{{"notes": [{{"text": "Calls back"}}]}}')
show([done.returncode, done.stdout, done.stderr, woodpecker("companies", "notes", "add", "--help").stdout])
"""
    status, out, err, words = run(tree, program)
    assert (status, err) == (0, "") and json.loads(out) == EXAMPLE
    assert "Add notes to a company" in words and "woodpecker companies list" in words


def test_it_is_fuzzed(tree: Path) -> None:
    """Schemathesis sends it what fits and what does not, and the oracle finds nothing wrong with the responses."""
    program = """
from woodpecker_mock import create_app
from woodpecker_mock.world.sample_worlds import default_world
from tests.fuzz.checks import observed_by
from tests.fuzz.clock import Clock
from tests.fuzz.finding import Run
from tests.fuzz.oracle import Oracle
from tests.fuzz.schemathesis_phases import environment, one_operation
world = default_world()
world.clock = Clock()
result = Run()
with observed_by(Oracle(world, result)), environment("hq", world, "http://127.0.0.1/rest"):
    for _ in one_operation("addCompanyNotes", "hq", world, create_app(world), result):
        pass
show([sorted({status for name, status in result.responses}), [str(one) for one in result.findings]])
"""
    statuses, findings = run(tree, program)
    assert {201, 400} <= {*statuses} and findings == []


def test_it_has_a_place_in_the_reference_of_the_site(tree: Path) -> None:
    program = """
from docs.site.reference import python_reference
pages = python_reference().pages
show([pages["reference/python/index.md"], pages["reference/python/companies.notes.md"]])
"""
    overview, page = run(tree, program)
    assert "| [`companies.notes.add`]" in overview and "CompaniesNotes.add" in page
