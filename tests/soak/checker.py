"""Whether an response may be what it is, and how often each kind of response came."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import jsonschema_rs
from woodpecker_mock.contract.operations import SpecOperation

from .connection import Response
from .faults import MARK
from .requests import PlannedRequest


class Violation(Exception):
    """What the mock must not do; the text says what it did and never repeats what was sent."""


class Checker:
    """Holds every response against the spec.

    Attributes:
        outcomes: how often each came, all rounds together.
        cut: responses that ended too early in this round, which only faults may do.
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

    def check(self, request: PlannedRequest, response: Response | None) -> Any:
        """The value of the response's body if it is the operation's own.

        Raises:
            Violation: the response is not documented, and no fault was planted that could have caused it.
        """
        if response is None:
            self.cut += 1
            self.outcomes["cut off by a fault"] += 1
        elif MARK in response.headers:
            self.outcomes["a fault's response"] += 1
        elif request.operation is None:
            if response.status not in request.statuses:
                raise Violation(f"{request.method} of something that is none got the status {response.status}")
            self.outcomes[f"{response.status}, no operation"] += 1
        else:
            return self._own(request.operation, response)
        return None

    def check_malformed(self, name: str, statuses: set[int | None], response: Response | None) -> None:
        """As `check`, for what is hardly a request.

        Raises:
            Violation: the response is not one of the expected ones.
        """
        self.outcomes["no proper HTTP"] += 1
        if response is None:
            self.cut += None not in statuses
        elif response.status not in {*statuses, 429} and MARK not in response.headers:
            raise Violation(f"{name} got the status {response.status}")

    def _own(self, operation: SpecOperation, response: Response) -> Any:
        if response.status >= 500:
            raise Violation(f"{operation.id} returned {response.status}, which no fault was planted for")
        if response.status not in operation.responses:
            raise Violation(f"{operation.id} returned {response.status}, which the spec does not document")
        self.outcomes[str(response.status)] += 1
        check = operation.responses[response.status]
        value = None
        if check is not None:
            try:
                value = json.loads(response.body)
            except ValueError:
                self.broken += 1
                self.outcomes["cut short by a fault"] += 1
                return None
            try:
                check.validate(value)
            except jsonschema_rs.ValidationError as error:
                place = "/".join(map(str, error.schema_path))
                raise Violation(f"the body of {operation.id}'s {response.status} breaks the spec's {place}") from None
        self.accepted[operation.id] += response.status < 300
        return value

    def faults(self, shown: dict[str, Any]) -> None:
        """Compare the failures of this round with the faults that the mock has applied.

        Raises:
            Violation: there is a failure without a fault, or a fault was applied too often.
        """
        if len(shown["faults"]) != self.planted:
            raise Violation(f"{self.planted} faults were planted, and the mock has {len(shown['faults'])}")
        applied: Counter[str] = Counter()
        for one in shown["faults"]:
            if one["applied"] > one["times"]:
                raise Violation(
                    f"a fault of the kind {one['kind']} was applied {one['applied']} times, not {one['times']}"
                )
            applied[one["kind"]] += one["applied"]
        if self.cut > applied["reset"] + applied["close"]:
            raise Violation(f"{self.cut} responses were cut off, by {applied['reset'] + applied['close']} faults")
        if self.broken > applied["truncated"]:
            raise Violation(f"{self.broken} bodies were cut short, by {applied['truncated']} faults")
