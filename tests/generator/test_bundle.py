"""The archives of the spec: what is in them, and that nothing but the files decides about their bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.bundle.__main__ import main
from generator.bundle.archives import npm_package, zip_archive

NAME = "spec-of-mailboxes"
ROOT = Path(__file__).parents[2]
SPEC: dict[str, Any] = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
OPERATIONS = [(verb, path) for path, item in SPEC["paths"].items() for verb in item]


def converted(ids: str) -> dict[str, Any]:
    """A collection like the converter's, with one request for each operation."""
    requests = [
        {
            "id": f"{ids}-{number}",
            "request": {
                "method": verb.upper(),
                "url": {"path": [re.sub(r"\{(.+)\}", r":\1", part) for part in path.split("/")[1:]]},
                "header": [{"key": "x-company-id", "value": ids, "disabled": True}, {"key": "Accept", "value": "json"}],
            },
        }
        for number, (verb, path) in enumerate(OPERATIONS)
    ]
    return {"info": {"_postman_id": ids}, "item": [{"name": "All", "item": requests}], "variable": []}


def build(root: Path, folder: Path, *collections: dict[str, Any]) -> int:
    paths: list[str] = []
    for number, collection in enumerate(collections):
        folder.mkdir(exist_ok=True)
        paths.append(str(folder / f"{number}.json"))
        Path(paths[-1]).write_text(json.dumps(collection), encoding="utf-8")
    return main([NAME, str(folder), *paths], root)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """The files of the zip by their path."""
    assert build(ROOT, tmp_path, converted("a"), converted("b")) == 0
    [archive] = tmp_path.glob(f"{NAME}-{SPEC['info']['version']}.zip")
    with zipfile.ZipFile(archive) as content:
        return {name.split("/", 1)[1]: content.read(name) for name in content.namelist()}


def test_it_has_what_the_readme_lists(files: dict[str, bytes]) -> None:
    listed = re.findall(r"^\| `(\S+?)`", (ROOT / "spec/README.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed += re.findall(r"`(\S+?\.yaml)`", files["README.md"].decode().split("## Using it")[0])

    expected = [name for name in listed if "." in name or name.endswith("/")]
    assert {"openapi.yaml", "conformance/", "dist/", "workflows.arazzo.yaml", ".spectral.yaml"} <= set(expected)
    for name in expected:
        assert any(file == name or file.startswith(name) for file in files), name
    assert not [file for file in files if "node_modules" in file or "lock" in file]


def test_its_checksums_are_those_of_its_files(files: dict[str, bytes]) -> None:
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())

    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def test_the_npm_package_has_the_same_files(files: dict[str, bytes], tmp_path: Path) -> None:
    [archive] = tmp_path.glob("*.tgz")
    with tarfile.open(archive) as content:
        packed = {name: content.extractfile(name).read() for name in content.getnames()}  # type: ignore[union-attr]

    assert packed == {f"package/{name}": text for name, text in files.items()}
    package = json.loads(files["package.json"])
    assert (package["name"], package["version"]) == (NAME, SPEC["info"]["version"])
    assert package["main"] in files


def test_generators_and_runners_read_what_they_read_here(files: dict[str, bytes]) -> None:
    """So that what `nox -s interop` proves of the other languages holds for the bundle alone."""
    read = [*(ROOT / "spec/dist").glob("*.json"), *(ROOT / "spec/conformance").glob("*.json")]

    assert len(read) > 9
    for path in read:
        assert files[path.relative_to(ROOT / "spec").as_posix()] == path.read_bytes()


def test_its_pages_link_to_its_own_files_only(files: dict[str, bytes]) -> None:
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".md")}
    links = [(page, link) for page, text in pages.items() for link in re.findall(r"\]\((?!https:|#)([^)#]+)", text)]

    assert links
    for page, link in links:
        assert os.path.normpath(Path(page).parent / link).replace(os.sep, "/").rstrip("/") in files, (page, link)


def test_the_collection_has_variables_where_the_converter_guesses(files: dict[str, bytes]) -> None:
    collection = json.loads(files["postman_collection.json"])
    [folder] = collection["item"]
    company, accept = folder["item"][0]["request"]["header"]

    assert company == {"key": "x-company-id", "value": "{{x-company-id}}", "disabled": False}
    assert accept == {"key": "Accept", "value": "json"}
    assert {"key": "company_id", "value": ""} in collection["variable"]
    assert len({one["id"] for one in folder["item"]}) == len(OPERATIONS)


def test_a_collection_of_another_spec_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = converted("a")
    other["item"][0]["item"].pop(0)

    assert build(ROOT, tmp_path, other, other) == 1
    verb, path = OPERATIONS[0]
    assert f"only in one of collection and spec: {verb.upper()} {path}" in capsys.readouterr().err
    assert not [*tmp_path.glob(f"{NAME}-*")]


def test_conversions_that_differ_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = converted("a")
    other["item"][0]["name"] = "Some"

    assert build(ROOT, tmp_path, converted("a"), other) == 1
    assert "make different archives" in capsys.readouterr().err


def test_times_of_files_make_no_difference(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "spec", copy / "spec", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "LICENSE", copy)
    for file in copy.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    for root, folder in ((ROOT, "one"), (copy, "two")):
        assert build(root, tmp_path / folder, converted("a"), converted("b")) == 0

    built = [
        {path.name: path.read_bytes() for path in (tmp_path / folder).glob(f"{NAME}-*")} for folder in ("one", "two")
    ]
    assert built[0] == built[1] and len(built[0]) == 2


@pytest.mark.parametrize("archive", [lambda files: zip_archive(files, "folder"), npm_package], ids=["zip", "tgz"])
def test_the_order_of_files_makes_no_difference(archive: Any) -> None:
    files = {"b": b"2", "a": b"1"}

    assert archive(files) == archive(dict(reversed(files.items())))
