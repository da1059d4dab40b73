"""What a mutant is, and the points at which one can step in.

At each hook point the mock calls a function of one argument. A mutant is a function that wraps that one: it gets the
same argument and the original function, and returns a result in its place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from starlette.responses import Response

from ..contract.operations import SpecOperation
from ..handlers.operation_call import Body, OperationCall
from ..http.problem import Problem
from ..http.requests import ParsedRequest, RawRequest
from ..rules.account_limiter import Admission
from ..rules.limits import Limits
from ..rules.policy import AccessRequest, Decision

A = TypeVar("A")
R = TypeVar("R")

#: What wraps a function: called with the argument and the original function.
Wrapper: TypeAlias = Callable[[A, Callable[[A], R]], R]


@dataclass(frozen=True)
class OutgoingResponse:
    """A response that is about to be sent.

    Attributes:
        operation: None where the path or the method has none.
        problem: why the request is rejected, if it is.
        run: runs the operation of a request that is dropped over the account's limit.
    """

    operation: SpecOperation | None
    response: Response
    problem: Problem | None = None
    run: Callable[[], Response] | None = None


@dataclass(frozen=True)
class HookPoint(Generic[A, R]):
    """A place where the mock calls a function; the name is that of the attribute of `ActiveMutants`."""

    name: str


DECIDE: HookPoint[AccessRequest, Decision] = HookPoint("decide")
"""Who may do what; raises a `Problem` for a request that is rejected."""
PARSE: HookPoint[RawRequest, ParsedRequest] = HookPoint("parse")
"""Whether the request fits the spec; raises a `Problem` if it does not."""
HANDLE: HookPoint[OperationCall, Body] = HookPoint("handle")
"""The operation itself."""
RESPOND: HookPoint[OutgoingResponse, Response] = HookPoint("respond")
"""The response that is sent, errors and those over the limit included."""
LIMIT_KEY: HookPoint[Decision, int] = HookPoint("limit_key")
"""The queue in which a request waits; each has its own limit."""
EFFECTIVE_LIMITS: HookPoint[Limits | None, Limits | None] = HookPoint("effective_limits")
"""The limits of each queue."""
NEXT_WAITING: HookPoint[deque[Admission], Admission] = HookPoint("next_waiting")
"""Takes the request that runs next out of those that wait."""
RELEASES: HookPoint[bool, bool] = HookPoint("releases")
"""Whether a request leaves its queue, from whether it was aborted by its client."""


@dataclass(frozen=True)
class Mutant:
    """A named bug of the API.

    Attributes:
        name: what it is enabled by.
        kind: what it is about, such as `policy`. Those of the kind `drift` a healthy server may show, too; with one of
            any other kind the server is broken.
        description: what is different, in one sentence.
        point: where it steps in.
    """

    name: str
    kind: str
    description: str
    point: str
    wrapper: Callable[[Any, Callable[[Any], Any]], Any]


class MutantKind:
    """Mutants of one kind. Each is a function: its name is the mutant's, its docstring the description."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.mutants: list[Mutant] = []

    def at(self, point: HookPoint[A, R]) -> Callable[[Wrapper[A, R]], Wrapper[A, R]]:
        """Make a function a mutant that steps in at this point."""

        def register(wrapper: Wrapper[A, R]) -> Wrapper[A, R]:
            self._add(point, wrapper, wrapper)
            return wrapper

        return register

    def handling(self, *operations: str) -> Callable[[Wrapper[OperationCall, Body]], Wrapper[OperationCall, Body]]:
        """The same at `HANDLE`, for these operations only."""

        def register(wrapper: Wrapper[OperationCall, Body]) -> Wrapper[OperationCall, Body]:
            def for_these(call: OperationCall, original: Callable[[OperationCall], Body]) -> Body:
                return wrapper(call, original) if call.operation.id in operations else original(call)

            self._add(HANDLE, wrapper, for_these)
            return wrapper

        return register

    def _add(self, point: HookPoint[A, R], named: Wrapper[A, R], wrapper: Wrapper[A, R]) -> None:
        name = named.__name__.replace("_", "-")
        self.mutants.append(Mutant(name, self.name, (named.__doc__ or "").strip(), point.name, wrapper))
