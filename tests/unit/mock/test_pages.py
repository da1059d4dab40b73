"""The pages and their files: complete, without a request elsewhere, and read only when somebody asks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import woodpecker_mock
from woodpecker_mock import MockServer
from woodpecker_mock.contract.operations import operations
from woodpecker_mock.rules.rows import ROWS

CONSOLE = Path(woodpecker_mock.__file__).parent / "console"
OURS = sorted((CONSOLE / "static").iterdir())


@pytest.mark.parametrize("page", ["/", "/docs"])
def test_every_file_of_a_page_is_there(mock: MockServer, page: str) -> None:
    response = httpx.get(mock.url + page)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    wanted = {name for name in re.findall(r'(?:href|src)="([^"#]+)"', response.text) if name not in {"./", "docs"}}
    assert {"static/base.css", "static/icon.svg"} <= wanted
    while wanted:
        name = wanted.pop()
        file = httpx.get(f"{mock.url}/{name}")
        assert file.status_code == 200, name
        if name.endswith(".js") and "bundle" not in name:
            assert file.headers["content-type"] == "text/javascript; charset=utf-8"
            wanted |= {f"static/{module}" for module in re.findall(r'from "\./([^"]+)"', file.text)}


def test_no_file_of_ours_names_another_machine_or_needs_an_exception_from_the_policy() -> None:
    for file in OURS:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE).replace("</", ""), file.name
        assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(|\son\w+=|\sstyle=", text), file.name


@pytest.mark.parametrize("name", ["none.js", "LICENSE", "..%2Fconsole.py", "%2e%2e%2fpages.py", "%00"])
def test_nothing_else_is_served(mock: MockServer, name: str) -> None:
    response = httpx.get(f"{mock.url}/static/{name}")
    assert response.status_code == 404
    assert set(response.json()) == {"detail"}


def test_the_document_is_the_spec_with_this_mock_as_its_server(mock: MockServer) -> None:
    document = httpx.get(f"{mock.url}/docs/openapi.json").json()
    assert [one["url"] for one in document["servers"]] == ["/rest"]
    shown = {one["operationId"] for item in document["paths"].values() for one in item.values() if "operationId" in one}
    assert shown == set(operations())
    spec = json.loads((Path(__file__).parents[3] / "spec/dist/openapi-3.1.json").read_text(encoding="utf-8"))
    assert document | {"servers": spec["servers"]} == spec


def test_each_row_of_the_log_has_words(mock: MockServer) -> None:
    httpx.get(f"{mock.base_url}/v1/me", headers={"x-api-key": mock.hq_key})
    (entry,) = httpx.get(f"{mock.url}/_mock/requests").json()
    rules = httpx.get(f"{mock.url}/_mock/rules").json()
    assert rules[str(entry["row"])] == {"request": "HQ key, account route", "result": "runs in the HQ's own account"}
    assert set(rules) == {str(number) for number in range(1, 22)} == {str(number) for number in ROWS}


def test_starting_reads_no_file_of_the_pages() -> None:
    program = f"""
import sys
opened = []
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
from woodpecker_mock import MockServer
with MockServer() as mock:
    pass
print([one for one in opened if one.startswith({str(CONSOLE)!r}) and not one.endswith((".py", ".pyc"))])
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout == "[]\n"
