"""Each way in which the mock can differ from the API: that it shows, and that nothing differs without."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import httpx
import pytest
from woodpecker_mock import DEVIATIONS, Deviation, MockServer, create_app
from woodpecker_mock.behaviour import Behaviour

from .tour import Step, app_for_a_tour, tour

FAULT_KINDS = {
    "policy", "auth", "status", "schema", "state", "pagination", "validation", "encoding", "limits",
}  # fmt: skip
POINTS = ("judge", "read", "handle", "answer", "line", "numbers", "next_up", "gives_back")


async def walk(*deviations: str) -> list[Step]:
    return [step async for step in tour(app_for_a_tour(deviations))]


@cache
def right() -> list[Step]:
    """The whole tour of a mock that does not deviate."""
    return asyncio.run(walk())


async def differs(deviation: str, wanted: list[Step]) -> bool:
    """Whether a tour comes to a step that is not as it should be."""
    rest = iter(wanted)
    async for step in tour(app_for_a_tour([deviation])):
        if next(rest) != step:
            return True
    return False


def test_a_tour_is_the_same_each_time() -> None:
    assert asyncio.run(walk()) == right()
    assert len(right()) > 150


@pytest.mark.parametrize("name", DEVIATIONS)
def test_a_deviation_shows(name: str) -> None:
    assert asyncio.run(differs(name, right()))


@pytest.mark.parametrize("deviation", DEVIATIONS.values(), ids=DEVIATIONS)
def test_a_deviation_is_told_in_one_sentence(deviation: Deviation) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", deviation.name)
    assert re.fullmatch(r"[A-Z][^\n]{15,110}\.", deviation.line)


def test_there_are_enough_of_each_kind() -> None:
    kinds = Counter(one.kind for one in DEVIATIONS.values())
    assert kinds.keys() == FAULT_KINDS | {"drift"}
    assert kinds.total() - kinds["drift"] >= 40
    assert min(kinds.values()) >= 4


def test_without_a_deviation_every_point_asks_the_right_function_itself() -> None:
    never = Behaviour()
    again = Behaviour(DEVIATIONS)
    assert all(getattr(again, point) is not getattr(never, point) for point in POINTS)
    again.restore()
    assert all(getattr(again, point) is getattr(never, point) for point in POINTS)


def test_two_deviations_can_be_on_at_once() -> None:
    both = asyncio.run(walk("created-is-200", "body-says-another-status"))
    statuses = Counter(step.status for step in right())
    assert statuses[201] > 5
    assert Counter(step.status for step in both) == statuses - Counter({201: statuses[201]}) + Counter(
        {200: statuses[201]}
    )
    refused = [step for step in both if b'"timestamp"' in step.body]
    assert len(refused) > 10
    assert all(b'"status":500' in step.body for step in refused)


def test_a_deviation_that_came_later_sees_what_the_earlier_one_made() -> None:
    missing = [step.status for step in right()].index(404)
    assert asyncio.run(walk("missing-is-an-empty-200", "success-is-plain-text"))[missing].headers[0][1] == "2"
    one_way, other_way = (
        dict(asyncio.run(walk(*names))[missing].headers)["content-type"]
        for names in (
            ("missing-is-an-empty-200", "success-is-plain-text"),
            ("success-is-plain-text", "missing-is-an-empty-200"),
        )
    )
    assert (one_way, other_way) == ("text/plain", "application/json")


def test_nearly_all_of_them_together_still_answer() -> None:
    # With the first the last request of the tour waits in vain; the second brings back entries that two others both
    # change; each of the rest leaves nothing to change of a list.
    alone = (
        "cut-off-keeps-its-place", "page-number-is-ignored",
        "page-is-bare", "list-is-wrapped", "single-entry-is-no-list", "empty-list-is-null",
    )  # fmt: skip
    steps = asyncio.run(walk(*(name for name in DEVIATIONS if name not in alone)))
    assert len(steps) > 150
    assert not set(steps) & set(right())


def starting(name: str) -> list[Callable[[], object]]:
    return [lambda: create_app(deviations=[name]), lambda: MockServer(deviations=[name]), lambda: Behaviour([name])]


@pytest.mark.parametrize("number", range(3))
def test_an_unknown_name_is_refused_with_those_that_are_close(number: int) -> None:
    with pytest.raises(ValueError, match=r"'inactive-compani-runs': did you mean inactive-company-runs"):
        starting("inactive-compani-runs")[number]()
    with pytest.raises(ValueError, match="'qqqq': woodpecker-mock --list-deviations"):
        starting("qqqq")[number]()


def test_nothing_is_switched_if_one_of_the_names_is_unknown() -> None:
    behaviour = Behaviour(["created-is-200"])
    with pytest.raises(ValueError, match="nonsense"):
        behaviour.deviate("accepted-is-200", "nonsense")
    with pytest.raises(ValueError, match="nonsense"):
        behaviour.restore("created-is-200", "nonsense")
    assert behaviour.deviating == ["created-is-200"]


def test_a_running_mock_can_be_made_to_deviate_and_back(mock: MockServer, hq: str) -> None:
    def status() -> int:
        return httpx.post(
            f"{mock.base_url}/v2/agency/blacklist/emails", headers={"x-api-key": hq}, json={"emails": ["a@b.example"]}
        ).status_code

    def on() -> list[str]:
        return [one["name"] for one in httpx.get(f"{mock.url}/_mock/deviations").json() if one["on"]]

    assert (status(), on()) == (201, [])
    mock.behaviour.deviate("created-is-200")
    assert (status(), on()) == (200, ["created-is-200"])
    mock.behaviour.restore("created-is-200")
    assert (status(), on()) == (201, [])


def test_the_console_switches_deviations(mock: MockServer) -> None:
    page = f"{mock.url}/_mock/deviations"
    listed = httpx.get(page).json()
    assert [one["name"] for one in listed] == list(DEVIATIONS)
    assert set(listed[0]) == {"name", "kind", "line", "on"}
    for name in ("created-is-200", "accepted-is-200", "end-is-404"):
        assert httpx.post(f"{page}/{name}").status_code == 204
    assert mock.behaviour.deviating == ["created-is-200", "accepted-is-200", "end-is-404"]
    assert httpx.delete(f"{page}/accepted-is-200").status_code == 204
    assert mock.behaviour.deviating == ["created-is-200", "end-is-404"]
    assert httpx.delete(page).status_code == 204
    assert mock.behaviour.deviating == []
    for method in ("POST", "DELETE"):
        unknown = httpx.request(method, f"{page}/created-is-20")
        assert unknown.status_code == 404
        assert "created-is-200" in unknown.json()["detail"]
