"""The notebook of examples/, executed in a kernel of its own against the mock."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from woodpecker_mock import MockServer

NOTEBOOK = Path(__file__).parents[2] / "examples" / "mailboxes.ipynb"


def test_its_outputs_are_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    with MockServer() as mock:
        monkeypatch.setenv("WOODPECKER_API_KEY", mock.hq_key)
        monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
        companies = [*mock.world.agencies[0].companies.values()]

    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    tables = [output["data"]["text/html"] for output in outputs]
    assert len(tables) == 6 and all("<table" in table for table in tables)
    assert companies[0].account.name in tables[0]
    assert all(one.account.name in tables[1].replace("&amp;", "&") for one in companies)
    assert "details.email" in tables[2] and "inactive" in tables[5]
    assert mock.hq_key not in str(notebook)


def test_it_is_committed_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert [cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")] == []
