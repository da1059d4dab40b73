"""Every operation has a name and a place of its own."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from ..spec import Operation, Problem, Spec


def operations_are_told_apart(spec: Spec) -> Iterator[Problem]:
    """Missing and repeated operationIds, and two operations that would be the same method of a client."""
    for operation in spec.operations():
        if not operation.raw.get("operationId"):
            yield spec.problem(operation.pointer, f"{operation.name}: no operationId")
    yield from _repeated(spec, "operationId", lambda one: one.raw.get("operationId") or None)
    yield from _repeated(spec, "x-method", _place)


def _place(operation: Operation) -> str | None:
    resource, method = operation.raw.get("x-resource"), operation.raw.get("x-method")
    return f"{resource}.{method}".lstrip(".") if isinstance(resource, str) and isinstance(method, str) else None


def _repeated(spec: Spec, key: str, of: Callable[[Operation], Hashable | None]) -> Iterator[Problem]:
    first: dict[Hashable, Operation] = {}
    for operation in spec.operations():
        value = of(operation)
        if value is not None and first.setdefault(value, operation) is not operation:
            line = spec.line((*first[value].pointer, key))
            yield spec.problem((*operation.pointer, key), f"{key}: {value} is taken already, on line {line}")
