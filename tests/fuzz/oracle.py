"""The oracle of a request and its response: whether both, and the world before and after, are as they have to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from woodpecker_mock import World

from .contract import InvalidRequest, Operation, operations_at
from .errors import REASONS, body_problems, error_problems, v1_problems
from .facts import Facts, Location, Snapshots
from .finding import Run
from .matching import differences
from .messages import ReceivedResponse, SentRequest
from .model import MODEL
from .model.call import Accepted, Call, NotFound, Rejected
from .model.from_example import from_example
from .table import REJECTIONS, Decision, Rejection, authenticate, decide

CHECKS = frozenset({"decision_table", "error_object", "body_form", "content", "state"})


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the check that found it. The text never quotes what was sent or received."""

    check: str
    text: str


@dataclass
class Oracle:
    """Checks requests and responses one after the other.

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

    def after(self, sent: SentRequest, received: ReceivedResponse) -> list[Problem]:
        """Check the response to the request before which `before` was called."""
        found = operations_at(sent.path)
        if sent.method not in found:
            return list(self._no_operation(sent, received, sorted(found)))
        operation, texts = found[sent.method]
        self.run.responses[operation.id, received.status] += 1
        decision = decide(sent, operation, self._before)
        return list(self._checked(sent, received, operation, texts, decision))

    def _no_operation(self, sent: SentRequest, received: ReceivedResponse, methods: list[str]) -> Iterator[Problem]:
        refused = authenticate(sent, self._before)
        wanted = REJECTIONS[refused.row] if refused else REASONS[405 if methods else 404]
        if received.status != wanted.status:
            yield Problem(
                "decision_table", f"status {received.status} where the path or method requires {wanted.status}"
            )
        allowed = sorted(one.strip() for one in dict(received.headers).get("allow", "").split(",") if one.strip())
        if methods and not refused and allowed != methods:
            yield Problem("decision_table", "405 with another Allow than the path's methods")
        if sent.method != "HEAD":
            yield from (Problem("body_form", text) for text in body_problems(received, True))
            problems = (
                v1_problems(received)
                if sent.path.startswith("/v1/") and not refused
                else error_problems(received, wanted, None, self.world.clock())
            )
            yield from (Problem("error_object", text) for text in problems)
        yield from self._state(self._snapshots.take(), {})

    def _checked(
        self,
        sent: SentRequest,
        received: ReceivedResponse,
        operation: Operation,
        texts: dict[str, str],
        decision: Decision,
    ) -> Iterator[Problem]:
        after = self._snapshots.take()
        row, outcome = self._outcome(sent, received, operation, texts, decision, after)
        if row:
            self.run.rows[row] += 1
        changes: dict[Location, Any] = {}
        if isinstance(outcome, Accepted):
            yield from self._accepted(received, operation, row, outcome)
            changes = outcome.changes if received.status < 300 else {}
        else:
            yield from self._rejected(received, operation, row, outcome)
        yield from self._state(after, changes)

    def _outcome(
        self,
        sent: SentRequest,
        received: ReceivedResponse,
        operation: Operation,
        texts: dict[str, str],
        decision: Decision,
        after: Facts,
    ) -> tuple[int, Accepted | list[Rejection]]:
        """The row that decides, and the outcome that it requires."""
        if decision.row in REJECTIONS:
            return decision.row, [REJECTIONS[decision.row]]
        try:
            call = Call(
                operation.typed(sent, texts), decision, self._before, after, _value(received), self.world.clock()
            )
            outcome = MODEL.get(operation.id, partial(from_example, operation))(call)
        except InvalidRequest:
            return decision.row, [REASONS[400]]
        except NotFound as not_found:
            return (
                (decision.row, [REASONS[404]])
                if not_found.row is None
                else (not_found.row, [REJECTIONS[not_found.row]])
            )
        if isinstance(outcome, Rejected):
            return decision.row, [REASONS[status] for status in outcome.statuses]
        return decision.row, outcome

    def _accepted(
        self, received: ReceivedResponse, operation: Operation, row: int, outcome: Accepted
    ) -> Iterator[Problem]:
        good = {status for status in operation.statuses if status < 300}
        if received.status not in good:
            yield Problem("decision_table", f"status {received.status} where row {row} accepts it and nothing is wrong")
            return
        has_body = operation.documents_body(received.status) is True
        yield from (Problem("body_form", text) for text in body_problems(received, has_body))
        for location in differences(outcome.body, _value(received)):
            yield Problem("content", f"{received.status} has not the expected content at {_unnumbered(location)}")

    def _rejected(
        self, received: ReceivedResponse, operation: Operation, row: int, wanted: list[Rejection]
    ) -> Iterator[Problem]:
        statuses = " or ".join(str(one.status) for one in wanted)
        fitting = next((one for one in wanted if one.status == received.status), None)
        if fitting is None:
            yield Problem(
                "decision_table", f"status {received.status} where row {row} or the request requires {statuses}"
            )
            return
        yield from (Problem("body_form", text) for text in body_problems(received, fitting.title is not None))
        yield from (
            Problem("error_object", text) for text in error_problems(received, fitting, operation, self.world.clock())
        )

    def _state(self, after: Facts, wanted: dict[Location, Any]) -> Iterator[Problem]:
        for location in sorted(self._before.changes(after) | wanted.keys(), key=repr):
            found = list(differences(wanted.get(location, self._before[location]), after[location]))
            if found:
                what = "is not as requested" if location in wanted else "has changed without being requested"
                yield Problem("state", f"{location[1]} {what}")


def _value(received: ReceivedResponse) -> Any:
    if not received.body:
        return None
    try:
        return received.json
    except ValueError:
        return None


def _unnumbered(location: str) -> str:
    """The same for every element of an array, so that one bug is reported once."""
    return "/".join("…" if step.isdigit() else step for step in location.split("/"))
