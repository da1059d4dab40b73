"""A route's family agrees with its path, its parameters and its verb."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec import Operation, Problem, Spec

_AGENCY = "/v2/agency"
_HEADER = "x-company-id"


def family_fits_the_path(spec: Spec) -> Iterator[Problem]:
    """What stands below /v2/agency is an agency route, everything else an account route."""
    for operation in spec.operations():
        family = operation.raw.get("x-route-family")
        if family in ("agency", "account") and family != _family(operation):
            yield spec.problem(
                (*operation.pointer, "x-route-family"),
                f"{operation.name}: x-route-family says {family}, "
                f"but {operation.path} is an {_family(operation)} route",
            )


def reads_alone_are_safe(spec: Spec) -> Iterator[Problem]:
    """`x-retry: safe` promises that a repetition changes nothing: a GET does, and nothing else does here."""
    for operation in spec.operations():
        place, retry = (*operation.pointer, "x-retry"), operation.raw.get("x-retry")
        if retry == "safe" and operation.verb != "get":
            reason = f"x-retry: safe is for GET, {operation.verb.upper()} changes something"
            yield spec.problem(place, f"{operation.name}: {reason}")
        if retry == "rejected-only" and operation.verb == "get":
            yield spec.problem(place, f"{operation.name}: a GET changes nothing, so x-retry is safe")


def company_header_is_for_account_routes(spec: Spec) -> Iterator[Problem]:
    """Every account route declares x-company-id; no agency route does, where the path names the company."""
    for operation in spec.operations():
        declared = any(
            one.get("in") == "header" and str(one.get("name")).lower() == _HEADER for one in spec.parameters(operation)
        )
        if declared and _family(operation) == "agency":
            yield spec.problem(
                (*operation.pointer, "parameters"), f"{operation.name}: an agency route takes no {_HEADER}"
            )
        if not declared and _family(operation) == "account":
            yield spec.problem(
                (*operation.pointer, "parameters"), f"{operation.name}: an account route declares {_HEADER}"
            )


def _family(operation: Operation) -> str:
    return "agency" if f"{operation.path}/".startswith(f"{_AGENCY}/") else "account"
