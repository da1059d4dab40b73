"""`async_agency` under each plugin that can run an async test, and the word it has for those that none runs.

Warnings are errors in all of them: one socket that stays open would be one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import RunPytest

STRICT = ("-W", "error", "--strict-markers", "-o", "asyncio_default_fixture_loop_scope=function")
AUTO = (*STRICT, "-o", "asyncio_mode=auto")

USE = """
import pytest
from woodpecker_client import AsyncAgency

async def use(agency):
    assert type(agency) is AsyncAgency
    async def me(account):
        return await account.me()
    assert len([one async for one in agency.across_companies(me)]) == 14
"""

TEST = """
async def test_use(async_agency):
    await use(async_agency)
"""


@pytest.fixture
def write(tmp_path: Path):
    def write_test(text: str) -> None:
        (tmp_path / "test_it.py").write_text(USE + text, encoding="utf-8")

    return write_test


@pytest.mark.parametrize(
    ("mark", "options"),
    [
        ("@pytest.mark.asyncio", STRICT),
        ("@pytest.mark.asyncio(loop_scope='session')", STRICT),
        ("", AUTO),
        ("@pytest.mark.anyio", STRICT),
        ("@pytest.mark.anyio", ("-W", "error", "-p", "no:asyncio")),
    ],
    ids=["asyncio-strict", "asyncio-other-loop", "asyncio-auto", "anyio", "anyio-alone"],
)
def test_the_agency_is_opened_and_closed_around_the_test(write, run_pytest: RunPytest, mark: str, options) -> None:
    write(mark + TEST)

    done = run_pytest("--setup-show", *options)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 1 passed in " in done.stdout
    # The mock goes last, so that closing the agency still finds it.
    closing, mock = (done.stdout.rindex(f"TEARDOWN F {name}") for name in ("_woodpecker_agency", "woodpecker_mock"))
    assert closing < mock


def test_two_tests_of_one_module_each_have_their_own(write, run_pytest: RunPytest) -> None:
    write(
        """
seen = []

@pytest.mark.asyncio
@pytest.mark.parametrize("number", range(2))
async def test_use(async_agency, woodpecker_mock, number):
    await use(async_agency)
    seen.append(async_agency)
    assert len({id(one) for one in seen}) == number + 1
    assert woodpecker_mock.executed["listCompanies"] == 1
"""
    )

    assert " 2 passed in " in run_pytest(*STRICT).stdout


@pytest.mark.parametrize(
    ("test", "options", "message"),
    [
        (TEST, STRICT, "needs an async test that pytest-asyncio or anyio runs"),
        (TEST, ("-W", "error", "-p", "no:asyncio"), "needs an async test that pytest-asyncio or anyio runs"),
        ("def test_use(async_agency): pass", AUTO, "needs an async test that pytest-asyncio or anyio runs"),
        ("@pytest.mark.anyio" + TEST, AUTO, "both pytest-asyncio and anyio want to run it"),
        (
            "@pytest.fixture\ndef anyio_backend(): return 'trio'\n@pytest.mark.anyio" + TEST,
            STRICT,
            "runs on asyncio, not on trio",
        ),
    ],
    ids=["not-marked", "no-plugin", "not-async", "two-loops", "trio"],
)
def test_without_a_loop_the_fixture_says_what_it_needs(write, run_pytest: RunPytest, test, options, message) -> None:
    write(test)

    done = run_pytest(*options)

    assert done.returncode == 1
    assert message in done.stdout
    assert " 1 error in " in done.stdout
    # One sentence, no traceback.
    assert "woodpecker_pytest" not in done.stdout
