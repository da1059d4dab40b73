"""Whether an answer may be what it is, and how often each kind of answer came."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import jsonschema_rs
from woodpecker_mock.contract.operations import Operation

from .asking import Asked
from .connection import Answer
from .planting import MARK


class Wrong(Exception):
    """What the mock must not do; the text says what it did and never repeats what was sent."""


class Judge:
    """Holds every answer against the spec.

    Attributes:
        outcomes: how often each came, all rounds together.
        cut: answers that ended too early in this round, which only faults may do.
        broken: bodies in this round that are no JSON, which only faults may do.
        planted: faults that were planted in this round.
        accepted: how often each operation was accepted.
    """

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.accepted: Counter[str] = Counter()
        self.new_round()

    def new_round(self) -> None:
        self.cut = self.broken = self.planted = 0

    def look(self, asked: Asked, answer: Answer | None) -> Any:
        """The value of the answer's body if it is the operation's own.

        Raises:
            Wrong: the answer is not documented, and no fault was planted that could have caused it.
        """
        if answer is None:
            self.cut += 1
            self.outcomes["cut off by a fault"] += 1
        elif MARK in answer.headers:
            self.outcomes["a fault's answer"] += 1
        elif asked.operation is None:
            if answer.status not in asked.right:
                raise Wrong(f"{asked.method} of something that is none was answered {answer.status}")
            self.outcomes[f"{answer.status}, no operation"] += 1
        else:
            return self._own(asked.operation, answer)
        return None

    def look_malformed(self, name: str, right: set[int | None], answer: Answer | None) -> None:
        """As `look`, for what is hardly a request.

        Raises:
            Wrong: the answer is not one of those that are right.
        """
        self.outcomes["no proper HTTP"] += 1
        if answer is None:
            self.cut += None not in right
        elif answer.status not in {*right, 429} and MARK not in answer.headers:
            raise Wrong(f"{name} was answered {answer.status}")

    def _own(self, operation: Operation, answer: Answer) -> Any:
        if answer.status >= 500:
            raise Wrong(f"{operation.id} answered {answer.status}, which no fault was planted for")
        if answer.status not in operation.answers:
            raise Wrong(f"{operation.id} answered {answer.status}, which the spec does not document")
        self.outcomes[str(answer.status)] += 1
        check = operation.answers[answer.status]
        value = None
        if check is not None:
            try:
                value = json.loads(answer.body)
            except ValueError:
                self.broken += 1
                self.outcomes["cut short by a fault"] += 1
                return None
            try:
                check.validate(value)
            except jsonschema_rs.ValidationError as error:
                place = "/".join(map(str, error.schema_path))
                raise Wrong(f"the body of {operation.id}'s {answer.status} breaks the spec's {place}") from None
        self.accepted[operation.id] += answer.status < 300
        return value

    def faults(self, shown: dict[str, Any]) -> None:
        """Hold what this round has seen go wrong against the faults that the mock says it applied.

        Raises:
            Wrong: something went wrong without a fault, or a fault did more than it should.
        """
        if len(shown["faults"]) != self.planted:
            raise Wrong(f"{self.planted} faults were planted, and the mock has {len(shown['faults'])}")
        applied: Counter[str] = Counter()
        for one in shown["faults"]:
            if one["applied"] > one["times"]:
                raise Wrong(f"a fault of the kind {one['kind']} was applied {one['applied']} times, not {one['times']}")
            applied[one["kind"]] += one["applied"]
        if self.cut > applied["reset"] + applied["close"]:
            raise Wrong(f"{self.cut} answers were cut off, by {applied['reset'] + applied['close']} faults")
        if self.broken > applied["truncated"]:
            raise Wrong(f"{self.broken} bodies were cut short, by {applied['truncated']} faults")
