"""The judge of one exchange: what was sent, what came back, and what the mock knew before and knows after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from woodpecker_mock import World

from .contract import Misshapen, Operation, offered
from .errors import REASONS, body_problems, error_problems
from .exchange import Got, Sent
from .facts import Facts, Place, Snapshots
from .finding import Run
from .matching import differences
from .model import MODEL
from .model.call import Accepted, Call, Missing, Refused
from .table import REFUSALS, Decision, Refusal, decide

CHECKS = frozenset({"decision_table", "error_object", "body_form", "answer", "state"})


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the check that says so. The text never quotes what was sent or answered."""

    check: str
    text: str


@dataclass
class Watch:
    """Judges exchanges one after the other.

    Attributes:
        run: where they are counted.
    """

    world: World
    run: Run

    def __post_init__(self) -> None:
        self._snapshots = Snapshots(self.world)

    def before(self) -> None:
        """Remember the world; to be called right before a request is sent."""
        self._before = self._snapshots.take()

    def after(self, sent: Sent, got: Got) -> list[Problem]:
        """Judge the answer to the request before which `before` was called."""
        found = offered(sent.path)
        if sent.method not in found:
            return list(self._no_operation(sent, got, sorted(found)))
        operation, texts = found[sent.method]
        self.run.hits[operation.id, got.status] += 1
        decision = decide(sent, operation.family, self._before)
        return list(self._judged(sent, got, operation, texts, decision))

    def _no_operation(self, sent: Sent, got: Got, methods: list[str]) -> Iterator[Problem]:
        wanted = REASONS[405 if methods else 404]
        if got.status != wanted.status:
            yield Problem("decision_table", f"answered {got.status} where the path or method calls for {wanted.status}")
        allowed = sorted(one.strip() for one in dict(got.headers).get("allow", "").split(",") if one.strip())
        if methods and allowed != methods:
            yield Problem("decision_table", "405 with another Allow than the path's methods")
        if sent.method != "HEAD":
            yield from (Problem("body_form", text) for text in body_problems(got, True))
            yield from (Problem("error_object", text) for text in error_problems(got, wanted, None, self.world.clock()))
        yield from self._state(self._snapshots.take(), {})

    def _judged(
        self, sent: Sent, got: Got, operation: Operation, texts: dict[str, str], decision: Decision
    ) -> Iterator[Problem]:
        after = self._snapshots.take()
        row, outcome = self._outcome(sent, got, operation, texts, decision, after)
        if row:
            self.run.rows[row] += 1
        changes: dict[Place, Any] = {}
        if isinstance(outcome, Accepted):
            yield from self._accepted(got, operation, row, outcome)
            changes = outcome.changes if got.status < 300 else {}
        else:
            yield from self._refused(got, operation, row, outcome)
        yield from self._state(after, changes)

    def _outcome(
        self, sent: Sent, got: Got, operation: Operation, texts: dict[str, str], decision: Decision, after: Facts
    ) -> tuple[int, Accepted | list[Refusal]]:
        """The row that decides, and what has to come of it."""
        if decision.row in REFUSALS:
            return decision.row, [REFUSALS[decision.row]]
        try:
            call = Call(operation.typed(sent, texts), decision, self._before, after, _value(got), self.world.clock())
            outcome = MODEL[operation.id](call)
        except Misshapen:
            return decision.row, [REASONS[400]]
        except Missing as missing:
            return (decision.row, [REASONS[404]]) if missing.row is None else (missing.row, [REFUSALS[missing.row]])
        if isinstance(outcome, Refused):
            return decision.row, [REASONS[status] for status in outcome.statuses]
        return decision.row, outcome

    def _accepted(self, got: Got, operation: Operation, row: int, outcome: Accepted) -> Iterator[Problem]:
        good = {status for status in operation.statuses if status < 300}
        if got.status not in good:
            yield Problem("decision_table", f"answered {got.status} where row {row} lets it in and nothing is wrong")
            return
        has_body = operation.promises_body(got.status) is True
        yield from (Problem("body_form", text) for text in body_problems(got, has_body))
        for place in differences(outcome.answer, _value(got)):
            yield Problem("answer", f"{got.status} answers something else than it should at {_unnumbered(place)}")

    def _refused(self, got: Got, operation: Operation, row: int, wanted: list[Refusal]) -> Iterator[Problem]:
        statuses = " or ".join(str(one.status) for one in wanted)
        fitting = next((one for one in wanted if one.status == got.status), None)
        if fitting is None:
            yield Problem(
                "decision_table", f"answered {got.status} where row {row} or the request calls for {statuses}"
            )
            return
        yield from (Problem("body_form", text) for text in body_problems(got, fitting.title is not None))
        yield from (
            Problem("error_object", text) for text in error_problems(got, fitting, operation, self.world.clock())
        )

    def _state(self, after: Facts, wanted: dict[Place, Any]) -> Iterator[Problem]:
        for place in sorted(self._before.changes(after) | wanted.keys(), key=repr):
            told = list(differences(wanted.get(place, self._before[place]), after[place]))
            if told:
                what = "is not as asked for" if place in wanted else "has changed without being asked for"
                yield Problem("state", f"{place[1]} {what}")


def _value(got: Got) -> Any:
    if not got.body:
        return None
    try:
        return got.json
    except ValueError:
        return None


def _unnumbered(place: str) -> str:
    """The same for every element of an array, so that one fault is not told many times."""
    return "/".join("…" if step.isdigit() else step for step in place.split("/"))
