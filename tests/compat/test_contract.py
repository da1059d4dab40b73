"""Every seeded change of the spec is classified correctly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.compat.change import CompatError
from generator.compat.contract import contract_changes

from .spec_changes import CHANGES, Seeded

CURRENT = Path(__file__).parents[2] / "spec" / "dist" / "openapi-3.0.json"


def test_nothing_changed_is_no_change():
    assert contract_changes(CURRENT, CURRENT) == []


@pytest.mark.parametrize("seeded", CHANGES, ids=[one.name for one in CHANGES])
def test_a_change_is_classified_correctly(seeded: Seeded, tmp_path: Path):
    document = json.loads(CURRENT.read_text(encoding="utf-8"))
    seeded.change(document)
    changed = tmp_path / "openapi.json"
    changed.write_text(json.dumps(document), encoding="utf-8")
    assert document != json.loads(CURRENT.read_text(encoding="utf-8")), "the catalogue's change changes nothing"

    changes = contract_changes(CURRENT, changed)

    assert any(change.breaking for change in changes) is seeded.breaks, [*map(str, changes)]
    assert seeded.says in " ".join(str(change) for change in changes if change.breaking is seeded.breaks)


def test_a_document_that_cannot_be_read_is_named(tmp_path: Path):
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"openapi": "3.0.3", "servers": [], "paths": {"/x": 7}}), encoding="utf-8")
    with pytest.raises(CompatError, match=r"broken\.json"):
        contract_changes(CURRENT, broken)


def test_without_oasdiff_the_way_to_it_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("OASDIFF")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CompatError, match="nox -s compat"):
        contract_changes(CURRENT, CURRENT)
