"""How the mutation score is measured: which checks kill a mutant, and when a run has gone on long enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import pytest
from woodpecker_mock import MUTANTS

pytest.importorskip("schemathesis", reason="fuzzing has dependencies of its own")

from tests.fuzz import mutation_score
from tests.fuzz.mutation_report import Result, survivors, totals
from tests.fuzz.running import Run

Events: TypeAlias = "dict[str, list[str]]"
OWN, BUILT_IN = "decision_table", "status_code_conformance"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Events], list[str]]]:
    """`ran({"hq": [...], "client": [...]})`: what happens in a run with each kind of key, scenario by scenario.

    A scenario is the name of a check that finds something, `probed` after the probes, `link`, or nothing. What comes
    back fills up with the runs and the scenarios that were come to.
    """

    def with_events(events: Events) -> list[str]:
        seen: list[str] = []

        def run(kind: str, transport: str, mutants: Sequence[str], stop: Callable[[Run], bool]) -> Run:
            seen.append(kind)
            result = Run()
            for event in events[kind]:
                seen.append(event)
                if event == "link":
                    result.links["listCompanies", "users"] += 1
                elif event == "probed":
                    result.probed = True
                elif event:
                    result.found(event, "somewhere", "text")
                if stop(result):
                    break
            return result

        monkeypatch.setattr(mutation_score, "run", run)
        return seen

    yield with_events


def test_a_mutant_is_measured_until_a_check_kills_it(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": ["", OWN, BUILT_IN], "client": []})
    result = mutation_score.measure("created-is-200", compare=False)
    assert (result.own, result.built_in) == ({OWN}, set())
    assert seen == ["hq", "", OWN]


def test_a_client_key_and_then_schemathesis_and_then_its_stateful_runs_are_for_what_survives(
    ran: Callable[[Events], list[str]],
) -> None:
    seen = ran({"hq": ["", "probed", "link", ""], "client": ["", "probed", "link", OWN, ""]})
    assert mutation_score.measure("created-is-200", compare=False).killed
    short, longer = ["hq", "", "probed", "client", "", "probed"], ["hq", "", "probed", "link", "client", "", "probed"]
    assert seen == [*short, *longer, "link", "hq", "", "probed", "link", "", "client", "", "probed", "link", OWN]


def test_what_no_check_finds_survives(ran: Callable[[Events], list[str]]) -> None:
    ran({"hq": ["", "link"], "client": ["link"]})
    assert not mutation_score.measure("created-is-200", compare=False).killed


def test_a_comparison_waits_for_both_or_for_the_whole_spec(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": [OWN, "", BUILT_IN, ""], "client": []})
    result = mutation_score.measure("created-is-200", compare=True)
    assert (result.own, result.built_in) == ({OWN}, {BUILT_IN})
    assert seen == ["hq", OWN, "", BUILT_IN]

    seen = ran({"hq": [OWN, "", "link", BUILT_IN], "client": []})
    result = mutation_score.measure("created-is-200", compare=True)
    assert (result.own, result.built_in) == ({OWN}, set())
    assert seen == ["hq", OWN, "", "link"]


def test_a_comparison_of_a_mutant_in_the_state_waits_for_the_stateful_runs(ran: Callable[[Events], list[str]]) -> None:
    seen = ran({"hq": [OWN, "link", "", BUILT_IN, ""], "client": []})
    result = mutation_score.measure("delete-does-nothing", compare=True)
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
    (line,) = survivors(RESULTS, {"four": "equivalent"})
    assert line.split() == ["survived:", "four", "equivalent"]


@pytest.mark.parametrize("words", [["created-is-20"], ["--compare", "nonsense"]])
def test_an_unknown_mutant_is_rejected_before_anything_runs(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        mutation_score.main(words)
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
    ("without_mutant", "with_mutant", "status"),
    [([], [OWN], 0), ([], [""], 1), ([OWN], [OWN], 2)],
    ids=["all killed", "none killed", "void"],
)
def test_the_exit_status_is_the_result(
    monkeypatch: pytest.MonkeyPatch,
    ran: Callable[[Events], list[str]],
    without_mutant: list[str],
    with_mutant: list[str],
    status: int,
) -> None:
    monkeypatch.setattr(mutation_score, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(mutation_score, "baseline", lambda kind: without_mutant)
    ran({"hq": with_mutant, "client": [""]})
    assert mutation_score.main(["created-is-200", "end-is-404"]) == status


@pytest.mark.parametrize(("surviving", "status"), [(5, 0), (6, 1)])
def test_nearly_all_mutants_have_to_be_killed(monkeypatch: pytest.MonkeyPatch, surviving: int, status: int) -> None:
    names = list(MUTANTS)[:100]
    monkeypatch.setattr(mutation_score, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(mutation_score, "baseline", lambda kind: [])
    monkeypatch.setattr(
        mutation_score,
        "measure",
        lambda name, compare: Result(name, "auth", set() if name in names[:surviving] else {OWN}),
    )
    assert mutation_score.main(names) == status


def test_an_equivalent_mutant_does_not_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutation_score, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(mutation_score, "baseline", lambda kind: [])
    monkeypatch.setattr(mutation_score, "EQUIVALENT", {"end-is-404": "a reason"})
    monkeypatch.setattr(
        mutation_score, "measure", lambda name, compare: Result(name, "auth", set() if name == "end-is-404" else {OWN})
    )
    assert mutation_score.main(["created-is-200", "end-is-404"]) == 0
    printed = capsys.readouterr().out
    assert "1 of 1 mutants killed, 100.0%" in printed
    assert "a reason" in printed
