"""Importing the package costs next to nothing, and nobody notices: modules are imported when a name is first used."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest
import woodpecker_client
from woodpecker_client import models


def modules_after(program: str) -> set[str]:
    """The modules that a fresh interpreter has imported after a program, without those of its start."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        f"{program}\n"
        "import json\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return set(json.loads(ran.stdout))


def test_the_package_alone_imports_nothing_of_weight() -> None:
    imported = modules_after("import woodpecker_client")

    assert {name for name in imported if name.partition(".")[0] not in sys.stdlib_module_names} == {
        "woodpecker_client",
        "woodpecker_runtime",
        "woodpecker_runtime.lazy_exports",
    }
    assert "asyncio" not in imported


def test_a_client_imports_neither_the_other_form_nor_the_resources_it_does_not_use() -> None:
    imported = modules_after("from woodpecker_client import Agency\nAgency('key').companies")

    assert {"httpx", "woodpecker_client.accounts", "woodpecker_client.resources.companies"} <= imported
    assert not imported & {
        "woodpecker_client.async_accounts",
        "woodpecker_client.resources.mailboxes",
        "woodpecker_client.resources.companies_users",
        "woodpecker_client.models.mailbox",
        "woodpecker_runtime.drift.recorder",
        "woodpecker_runtime.fan_out_tasks",
        "woodpecker_runtime.tracing",
        "dateutil.parser",
    }


@pytest.mark.parametrize("package", [woodpecker_client, models])
def test_every_name_is_there_and_listed(package: object) -> None:
    names = package.__all__  # type: ignore[attr-defined]

    assert set(names) <= set(dir(package))
    assert all(getattr(package, name) is getattr(package, name) for name in names)


def test_submodules_are_attributes() -> None:
    program = "import woodpecker_client\nassert woodpecker_client.models.Company and woodpecker_client.api"
    assert "woodpecker_client.models.company" in modules_after(program)


def test_a_star_brings_every_name() -> None:
    found: dict[str, object] = {}
    exec("from woodpecker_client import *", found)
    assert set(woodpecker_client.__all__) <= set(found)


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(AttributeError, match="module 'woodpecker_client' has no attribute 'Agencies'"):
        woodpecker_client.Agencies  # noqa: B018


def test_classes_are_pickled_by_the_module_that_defines_them() -> None:
    error = woodpecker_client.NotFound("gone")
    assert type(pickle.loads(pickle.dumps(error))) is woodpecker_client.NotFound
