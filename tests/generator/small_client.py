"""In place of the real renderer: a package that is made in no time."""

from __future__ import annotations

from pathlib import Path

from generator.build import TARGETS
from generator.spec import Spec

MODULES = {
    "listMailboxes": "list_mailboxes",
    "updateMailbox": "update_mailbox",
    "listCompanies": "list_companies",
    "createCompany": "create_company",
}


def render(spec: Spec, destination: Path) -> None:
    """One module for each operation, with the spec's title in it."""
    functions = destination / "api" / "some_tag"
    functions.mkdir(parents=True)
    for operation in spec.operations():
        title = spec.document["info"]["title"]
        (functions / f"{MODULES[operation.name]}.py").write_text(f'TITLE = "{title}"\n')
    (destination / "__init__.py").write_text("")


def output(root: Path) -> dict[str, bytes]:
    """Every file of the generated folders, and of any staging folder that was left behind."""
    folders = [*(root / target for target in TARGETS), *root.glob(".staging*")]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {str(file.relative_to(root)): file.read_bytes() for file in files}
