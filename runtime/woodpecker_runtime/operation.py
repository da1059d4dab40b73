"""What the spec says about one operation, as data."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from attrs import frozen

from .parsing import Reader

T_co = TypeVar("T_co", covariant=True)


@frozen
class Operation(Generic[T_co]):
    """One operation of the API.

    Attributes:
        id: the operationId.
        method: the HTTP method.
        path: the path template below the base URL.
        family: `agency` or `account`: who may call it (`x-route-family`).
        retry: `safe` or `rejected-only`: when it may be sent again (`x-retry`).
        outcome_check: how to find out whether a call ran whose answer was lost (`x-outcome-check`); None where it may
            simply be sent again.
        effects: what a call does beyond its answer (`x-effect`).
        has_body: whether a success carries a body.
        read: reads the body of a success.
    """

    id: str
    method: str
    path: str
    family: Literal["agency", "account"]
    retry: Literal["safe", "rejected-only"]
    outcome_check: str | None
    effects: frozenset[str]
    has_body: bool
    read: Reader[T_co]
