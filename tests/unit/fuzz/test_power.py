"""How the fuzzing's power is measured: who counts as having seen a fault, and when a run has gone on long enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import pytest
from woodpecker_mock import MUTANTS

pytest.importorskip("schemathesis", reason="fuzzing has dependencies of its own")

from tests.fuzz import power
from tests.fuzz.power_report import Result, survivors, totals
from tests.fuzz.running import Run

Events: TypeAlias = "dict[str, list[str]]"
OWN, BUILT_IN = "decision_table", "status_code_conformance"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Events], list[str]]]:
    """`ran({"hq": [...], "client": [...]})`: what happens in a run with each kind of key, scenario by scenario.

    A scenario is the name of a check that finds something, `link`, or nothing. What comes back fills up with the runs
    and the scenarios that were come to.
    """

    def with_events(events: Events) -> list[str]:
        seen: list[str] = []

        def run(kind: str, place: str, mutants: Sequence[str], stop: Callable[[Run], bool]) -> Run:
            seen.append(kind)
            result = Run()
            for event in events[kind]:
                seen.append(event)
                if event == "link":
                    result.links["listCompanies", "users"] += 1
                elif event:
                    result.found(event, "somewhere", "text")
                if stop(result):
                    break
            return result

        monkeypatch.setattr(power, "run", run)
        return seen

    yield with_events


def test_a_fault_is_measured_until_something_sees_it(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": ["", OWN, BUILT_IN], "client": []})
    result = power.measure("created-is-200", compare=False)
    assert (result.own, result.built_in) == ({OWN}, set())
    assert seen == ["hq", "", OWN]


def test_the_client_key_and_then_the_stateful_runs_are_for_what_is_not_seen(
    ran: Callable[[Events], list[str]],
) -> None:
    seen = ran({"hq": ["", "link", ""], "client": ["", "link", OWN, ""]})
    assert power.measure("created-is-200", compare=False).seen
    assert seen == ["hq", "", "link", "client", "", "link", "hq", "", "link", "", "client", "", "link", OWN]


def test_what_nobody_sees_is_said_to_be_unseen(ran: Callable[[Events], list[str]]) -> None:
    ran({"hq": ["", "link"], "client": ["link"]})
    assert not power.measure("created-is-200", compare=False).seen


def test_a_comparison_waits_for_both_or_for_the_whole_spec(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": [OWN, "", BUILT_IN, ""], "client": []})
    result = power.measure("created-is-200", compare=True)
    assert (result.own, result.built_in) == ({OWN}, {BUILT_IN})
    assert seen == ["hq", OWN, "", BUILT_IN]

    seen = ran({"hq": [OWN, "", "link", BUILT_IN], "client": []})
    result = power.measure("created-is-200", compare=True)
    assert (result.own, result.built_in) == ({OWN}, set())
    assert seen == ["hq", OWN, "", "link"]


def test_a_comparison_of_a_fault_in_the_state_waits_for_the_stateful_runs(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": [OWN, "link", "", BUILT_IN, ""], "client": []})
    result = power.measure("delete-does-nothing", compare=True)
    assert (result.own, result.built_in) == ({OWN}, {BUILT_IN})
    assert seen == ["hq", OWN, "link", "", BUILT_IN]


RESULTS = [
    Result("one", "auth", {OWN}, {BUILT_IN}),
    Result("two", "auth", {OWN}),
    Result("three", "state", set(), {BUILT_IN}),
    Result("four", "state"),
]


def test_totals_are_per_kind_and_in_all() -> None:
    titles, *lines = totals(RESULTS, compare=True)
    assert titles.split("  ")[0] == "kind"
    assert [line.split() for line in lines] == [
        ["auth", "2", "2", "2", "1", "1", "0"],
        ["state", "2", "1", "0", "1", "0", "1"],
        ["all", "4", "3", "2", "2", "1", "1"],
    ]
    assert [line.split() for line in totals(RESULTS, compare=False)][1:] == [
        ["auth", "2", "2"],
        ["state", "2", "1"],
        ["all", "4", "3"],
    ]


def test_survivors_are_named_with_their_reason() -> None:
    (line,) = survivors(RESULTS, {"four": "cannot be seen"})
    assert line.split() == ["not", "seen:", "four", "cannot", "be", "seen"]


@pytest.mark.parametrize("words", [["created-is-20"], ["--compare", "nonsense"]])
def test_an_unknown_fault_is_refused_before_anything_runs(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        power.main(words)
    assert ended.value.code == 2
    assert "there is no mutant" in capsys.readouterr().err


class Here:
    """Instead of other processes: does the work itself."""

    def __init__(self, workers: int, **rest: object) -> None:
        self.map = map

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *exc_info: object) -> None:
        pass


@pytest.mark.parametrize(
    ("without_a_fault", "with_one", "status"),
    [([], [OWN], 0), ([], [""], 1), ([OWN], [OWN], 2)],
    ids=["all seen", "none seen", "void"],
)
def test_the_exit_status_says_what_came_of_it(
    monkeypatch: pytest.MonkeyPatch,
    ran: Callable[[Events], list[str]],
    without_a_fault: list[str],
    with_one: list[str],
    status: int,
) -> None:
    monkeypatch.setattr(power, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(power, "baseline", lambda kind: without_a_fault)
    ran({"hq": with_one, "client": [""]})
    assert power.main(["created-is-200", "end-is-404"]) == status


@pytest.mark.parametrize(("unseen", "status"), [(5, 0), (6, 1)])
def test_nearly_all_faults_have_to_be_seen(monkeypatch: pytest.MonkeyPatch, unseen: int, status: int) -> None:
    names = list(MUTANTS)[:100]
    monkeypatch.setattr(power, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(power, "baseline", lambda kind: [])
    monkeypatch.setattr(
        power, "measure", lambda name, compare: Result(name, "auth", set() if name in names[:unseen] else {OWN})
    )
    assert power.main(names) == status


def test_what_cannot_be_seen_does_not_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(power, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(power, "baseline", lambda kind: [])
    monkeypatch.setattr(power, "EQUIVALENT", {"end-is-404": "a reason"})
    monkeypatch.setattr(
        power, "measure", lambda name, compare: Result(name, "auth", set() if name == "end-is-404" else {OWN})
    )
    assert power.main(["created-is-200", "end-is-404"]) == 0
    told = capsys.readouterr().out
    assert "1 of 1 faults seen, 100.0%" in told
    assert "a reason" in told
