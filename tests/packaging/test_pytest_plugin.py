"""The fixtures, as a project gets them that installed the wheel and asked for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import RunPytest

STRICT = ("-W", "error", "--strict-markers", "--strict-config", "-p", "no:asyncio")

NOT_INSTALLED = """
import sys

class NotInstalled:
    def find_spec(self, name, *rest):
        if name == "{0}":
            raise ModuleNotFoundError("No module named '{0}'", name="{0}")

sys.meta_path.insert(0, NotInstalled())
"""


def write(tmp_path: Path, test: str, conftest: str = "") -> None:
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")


def test_each_test_has_a_mock_of_its_own_and_leaves_nothing_open(run_pytest: RunPytest, tmp_path: Path) -> None:
    write(
        tmp_path,
        """
import socket
import pytest
from urllib.parse import urlsplit
from woodpecker_client import ClientClosed
from woodpecker_mock import Fault

kept = []

@pytest.mark.parametrize("number", range(2))
def test_use(agency, woodpecker_mock, number):
    companies = woodpecker_mock.world.agencies[0].companies
    assert len(list(agency.companies.list())) == len(companies) == 14
    assert [entry.status for entry in woodpecker_mock.log] == [200] and woodpecker_mock.executed.total() == 1
    # None of this is there in the second run.
    companies.popitem()
    woodpecker_mock.faults.add(Fault(times=None))
    kept.append((agency, woodpecker_mock.url))

def test_afterwards():
    assert len({url for _, url in kept}) == 2
    for agency, url in kept:
        with pytest.raises(ClientClosed):
            agency.own_account.me()
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", urlsplit(url).port)) != 0
""",
    )

    done = run_pytest(*STRICT)

    assert " 3 passed in " in done.stdout, done.stdout


def test_the_world_is_a_fixture_and_the_rest_a_marker(run_pytest: RunPytest, tmp_path: Path) -> None:
    write(
        tmp_path,
        """
import pytest
from woodpecker_client import Account
from woodpecker_mock import Limits, big_world

@pytest.mark.woodpecker_mock(limits=Limits(running=2), latency=0.25)
class TestMarked:
    @pytest.fixture
    def woodpecker_world(self):
        return big_world(3)

    def test_the_class(self, woodpecker_mock, agency):
        assert woodpecker_mock.limits.limits.running == 2 and woodpecker_mock.latency == 0.25
        assert [one.name for one in agency.companies.list()] == ["Client 1", "Client 2", "Client 3"]

    @pytest.mark.woodpecker_mock(limits=None)
    def test_the_closest_has_the_last_word(self, woodpecker_mock):
        assert woodpecker_mock.limits.limits is None and woodpecker_mock.latency == 0.25

def test_elsewhere(woodpecker_mock):
    assert woodpecker_mock.limits.limits == Limits() and woodpecker_mock.latency == 0
    assert woodpecker_mock.world.agencies[0].account.name == "Blue Heron Agency"

def test_a_client_key(woodpecker_mock):
    with Account(woodpecker_mock.client_key(880101), base_url=woodpecker_mock.base_url) as account:
        assert account.me().firm_id == 880101
""",
    )

    assert " 4 passed in " in run_pytest(*STRICT).stdout
    assert "@pytest.mark.woodpecker_mock(limits=Limits(), latency=0.0): " in run_pytest("--markers").stdout


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("latencies=1", "takes limits= and latency=, not latencies"),
        ("0.5", "takes limits= and latency=, not 0.5"),
        ("latency=-1", "latency must be 0 seconds or more"),
    ],
)
def test_a_marker_that_cannot_be_meant_is_refused(
    run_pytest: RunPytest, tmp_path: Path, mark: str, message: str
) -> None:
    write(tmp_path, f"import pytest\n@pytest.mark.woodpecker_mock({mark})\ndef test_use(agency): pass\n")

    done = run_pytest(*STRICT)

    assert message in done.stdout and " 1 error in " in done.stdout


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "jsonschema_rs"])
def test_without_the_extra_one_sentence_says_how_to_get_it(run_pytest: RunPytest, tmp_path: Path, missing: str) -> None:
    write(
        tmp_path,
        "def test_use(agency): pass\ndef test_that_needs_no_mock(): pass\n",
        NOT_INSTALLED.format(missing),
    )

    done = run_pytest(*STRICT)

    wanted = f'the fixture woodpecker_mock needs the package {missing}: pip install "woodpecker-client[mock]"'
    assert wanted in done.stdout.splitlines()
    assert "During handling of the above exception" not in done.stdout
    assert " 1 passed, 1 error in " in done.stdout


def test_a_run_that_uses_no_fixture_imports_next_to_nothing(run_pytest: RunPytest, tmp_path: Path) -> None:
    write(
        tmp_path,
        """
import sys

def test_imports():
    ours = {name for name in sys.modules if name.startswith("woodpecker_")}
    assert ours == {f"woodpecker_pytest{rest}" for rest in ("", ".plugin", ".event_loop", ".under_anyio")}
    # pytest imports pdb, and pdb imports asyncio from Python 3.14 on.
    theirs = {"asyncio"} if sys.version_info >= (3, 14) else set()
    assert not sys.modules.keys() & {"httpx", "starlette", "uvicorn", "jsonschema_rs", "asyncio"} - theirs
""",
    )

    done = run_pytest(*STRICT, "-p", "no:anyio")

    assert " 1 passed in " in done.stdout, done.stdout


def test_fixtures_of_the_project_come_first(run_pytest: RunPytest, tmp_path: Path) -> None:
    write(
        tmp_path,
        "def test_use(agency): assert agency == 'a travel agency'\n",
        "import pytest\n@pytest.fixture\ndef agency(): return 'a travel agency'\n",
    )

    assert " 1 passed in " in run_pytest(*STRICT).stdout


def test_the_plugin_can_be_left_out(run_pytest: RunPytest, tmp_path: Path) -> None:
    write(tmp_path, "def test_use(woodpecker_mock): pass\n")

    assert "fixture 'woodpecker_mock' not found" in run_pytest("-p", "no:woodpecker").stdout
