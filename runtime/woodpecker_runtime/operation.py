"""What the spec says about one operation, as data, and a request for it."""

from __future__ import annotations

from typing import Any, Generic, Literal, NamedTuple, TypeVar

from .parsing import Reader
from .types import UNSET, Unset

T_co = TypeVar("T_co", covariant=True)


class Operation(NamedTuple, Generic[T_co]):
    """One operation of the API.

    Attributes:
        id: the operationId.
        method: the HTTP method.
        path: the path template below the base URL.
        family: `agency` or `account`: who may call it (`x-route-family`).
        retry: `safe` or `rejected-only`: when it may be sent again (`x-retry`).
        outcome_check: how to find out whether a call ran whose response was lost (`x-outcome-check`); None where it may
            simply be sent again.
        effects: what a call does beyond its response (`x-effect`).
        has_body: whether a success carries a body; None for a route that the spec does not describe.
        read: reads the body of a success.
    """

    id: str
    method: str
    path: str
    family: Literal["agency", "account"]
    retry: Literal["safe", "rejected-only"]
    outcome_check: str | None
    effects: frozenset[str]
    has_body: bool | None
    read: Reader[T_co]


class OperationRequest(NamedTuple, Generic[T_co]):
    """One request for an operation, as its arguments make it.

    Attributes:
        operation: what is requested.
        url: the path below the base URL, with its ids.
        params: the query parameters; None if the operation has none.
        json: the JSON body; None if the operation has none.
        company_id: the client company that the path names; None if it names none.
        acts_for: the client company to act for, by the header `x-company-id`; UNSET for the client's scope.
    """

    operation: Operation[T_co]
    url: str
    params: dict[str, Any] | None = None
    json: Any = None
    company_id: int | None = None
    acts_for: int | Unset = UNSET
