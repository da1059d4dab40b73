"""The examples in docs/reference/mock.md work unchanged."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import httpx
import pytest
import woodpecker_mock
from woodpecker_mock import Fault, MockServer, World
from woodpecker_mock.faults.fault_rules import FaultKind
from woodpecker_mock.server.options import parse_options

TEXT = (Path(__file__).parents[3] / "docs/reference/mock.md").read_text(encoding="utf-8")
SEEDS = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
FAULTS = re.findall(r"^fault '(.*?)'", TEXT, re.MULTILINE)


def test_the_seeds_are_valid() -> None:
    short, long = (json.loads(one) for one in SEEDS)
    (agency,) = World.from_json(short).agencies
    assert [company.account.name for company in agency.companies.values()] == ["First Client", "Second Client"]
    assert World.from_json(long).agencies[0].companies[101].figures[0].emails_sent == 14


def test_the_long_seed_shows_every_field() -> None:
    agency = json.loads(SEEDS[1])["agencies"][0]
    schema = json.loads(
        (Path(woodpecker_mock.__file__).parent / "world" / "seed.schema.json").read_text(encoding="utf-8")
    )
    snapshots_only = {"batches"}
    assert set(schema["$defs"]["company"]["properties"]) - snapshots_only == set(agency["companies"][1])
    own = {"mailboxes", "credentials"}
    assert set(schema["$defs"]["agency"]["properties"]) - snapshots_only - own == set(agency)


def test_the_faults_are_accepted_and_each_kind_is_among_them(mock: MockServer) -> None:
    for text in FAULTS:
        httpx.post(f"{mock.url}/_mock/faults", json=json.loads(text)).raise_for_status()
    assert {one["kind"] for one in mock.faults.state()["faults"]} == set(get_args(FaultKind))


def test_the_table_of_faults_has_every_field() -> None:
    table = TEXT.partition("## Faults")[2].partition("```sh")[0]
    named = set(re.findall(r"`(\w+)`", table))
    assert {one.name for one in fields(Fault)} <= named


def test_the_table_of_options_has_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_options(["--help"])
    offered = set(re.findall(r"--[a-z0-9-]+", capsys.readouterr().out)) - {"--help"}
    assert offered <= set(re.findall(r"--[a-z0-9-]+", TEXT))


def test_the_paths_are_the_console_s(mock: MockServer) -> None:
    routes = {route.path for route in mock.app.routes if route.path.startswith("/_mock")}  # type: ignore[attr-defined]
    shown = set(re.findall(r"/_mock/[a-z/]*[a-z]", TEXT))
    assert shown <= routes
    assert {route for route in routes if "{" not in route} - shown == {"/_mock/fail"}
