"""Each mutant of the mock: that it shows, and that nothing differs without one."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import httpx
import pytest
from woodpecker_mock import MUTANTS, MockServer, Mutant, create_app
from woodpecker_mock.mutants.active import ActiveMutants

from .scenario import Step, run_scenario, scenario_app

BUG_KINDS = {
    "policy", "auth", "status", "schema", "state", "pagination", "validation", "encoding", "limits",
}  # fmt: skip
POINTS = ("decide", "parse", "handle", "respond", "limit_key", "effective_limits", "next_waiting", "releases")


async def responses(*mutants: str) -> list[Step]:
    return [step async for step in run_scenario(scenario_app(mutants))]


@cache
def expected() -> list[Step]:
    """The whole scenario against a mock without mutants."""
    return asyncio.run(responses())


async def differs(mutant: str, wanted: list[Step]) -> bool:
    """Whether a step of the scenario has another response."""
    rest = iter(wanted)
    async for step in run_scenario(scenario_app([mutant])):
        if next(rest) != step:
            return True
    return False


def test_the_scenario_is_the_same_each_time() -> None:
    assert asyncio.run(responses()) == expected()
    assert len(expected()) > 150


@pytest.mark.parametrize("name", MUTANTS)
def test_every_mutant_shows(name: str) -> None:
    assert asyncio.run(differs(name, expected()))


@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS)
def test_a_mutant_has_a_description_of_one_sentence(mutant: Mutant) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", mutant.name)
    assert re.fullmatch(r"[A-Z][^\n]{15,110}\.", mutant.description)


def test_there_are_enough_of_each_kind() -> None:
    kinds = Counter(one.kind for one in MUTANTS.values())
    assert kinds.keys() == BUG_KINDS | {"drift"}
    assert kinds.total() - kinds["drift"] >= 40
    assert min(kinds.values()) >= 4


def test_without_a_mutant_every_hook_point_is_the_original_function() -> None:
    never = ActiveMutants()
    again = ActiveMutants(MUTANTS)
    assert all(getattr(again, point) is not getattr(never, point) for point in POINTS)
    again.disable()
    assert all(getattr(again, point) is getattr(never, point) for point in POINTS)


def test_two_mutants_can_be_enabled_at_once() -> None:
    both = asyncio.run(responses("created-is-200", "body-has-another-status"))
    statuses = Counter(step.status for step in expected())
    assert statuses[201] > 5
    assert Counter(step.status for step in both) == statuses - Counter({201: statuses[201]}) + Counter(
        {200: statuses[201]}
    )
    rejected = [step for step in both if b'"timestamp"' in step.body]
    assert len(rejected) > 10
    assert all(b'"status":500' in step.body for step in rejected)


def test_a_mutant_that_is_enabled_later_sees_the_results_of_the_earlier_one() -> None:
    missing = [step.status for step in expected()].index(404)
    assert asyncio.run(responses("missing-is-an-empty-200", "success-is-plain-text"))[missing].headers[0][1] == "2"
    one_way, other_way = (
        dict(asyncio.run(responses(*names))[missing].headers)["content-type"]
        for names in (
            ("missing-is-an-empty-200", "success-is-plain-text"),
            ("success-is-plain-text", "missing-is-an-empty-200"),
        )
    )
    assert (one_way, other_way) == ("text/plain", "application/json")


def test_nearly_all_of_them_together_still_respond() -> None:
    # With the first the last request of the scenario waits in vain; the second brings back entries that two others both
    # change; each of the rest leaves nothing to change of a list.
    alone = (
        "aborted-request-is-never-released", "page-number-is-ignored",
        "page-is-bare", "list-is-wrapped", "single-entry-is-no-list", "empty-list-is-null",
    )  # fmt: skip
    steps = asyncio.run(responses(*(name for name in MUTANTS if name not in alone)))
    assert len(steps) > 150
    assert not set(steps) & set(expected())


def starting(name: str) -> list[Callable[[], object]]:
    return [lambda: create_app(mutants=[name]), lambda: MockServer(mutants=[name]), lambda: ActiveMutants([name])]


@pytest.mark.parametrize("number", range(3))
def test_an_unknown_name_is_rejected_with_similar_names(number: int) -> None:
    with pytest.raises(ValueError, match=r"'inactive-compani-runs': did you mean inactive-company-runs"):
        starting("inactive-compani-runs")[number]()
    with pytest.raises(ValueError, match="'qqqq': woodpecker-mock --list-mutants"):
        starting("qqqq")[number]()


def test_nothing_is_enabled_if_one_of_the_names_is_unknown() -> None:
    active = ActiveMutants(["created-is-200"])
    with pytest.raises(ValueError, match="nonsense"):
        active.enable("accepted-is-200", "nonsense")
    with pytest.raises(ValueError, match="nonsense"):
        active.disable("created-is-200", "nonsense")
    assert active.enabled == ["created-is-200"]


def test_a_mutant_can_be_enabled_and_disabled_while_the_mock_runs(mock: MockServer, hq: str) -> None:
    def status() -> int:
        return httpx.post(
            f"{mock.base_url}/v2/agency/blacklist/emails", headers={"x-api-key": hq}, json={"emails": ["a@b.example"]}
        ).status_code

    def on() -> list[str]:
        return [one["name"] for one in httpx.get(f"{mock.url}/_mock/mutants").json() if one["enabled"]]

    assert (status(), on()) == (201, [])
    mock.mutants.enable("created-is-200")
    assert (status(), on()) == (200, ["created-is-200"])
    mock.mutants.disable("created-is-200")
    assert (status(), on()) == (201, [])


def test_the_console_enables_and_disables_mutants(mock: MockServer) -> None:
    page = f"{mock.url}/_mock/mutants"
    listed = httpx.get(page).json()
    assert [one["name"] for one in listed] == list(MUTANTS)
    assert set(listed[0]) == {"name", "kind", "description", "enabled"}
    for name in ("created-is-200", "accepted-is-200", "end-is-404"):
        assert httpx.post(f"{page}/{name}").status_code == 204
    assert mock.mutants.enabled == ["created-is-200", "accepted-is-200", "end-is-404"]
    assert httpx.delete(f"{page}/accepted-is-200").status_code == 204
    assert mock.mutants.enabled == ["created-is-200", "end-is-404"]
    assert httpx.delete(page).status_code == 204
    assert mock.mutants.enabled == []
    for method in ("POST", "DELETE"):
        unknown = httpx.request(method, f"{page}/created-is-20")
        assert unknown.status_code == 404
        assert "created-is-200" in unknown.json()["detail"]
