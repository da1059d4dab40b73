"""No two operations have the same name or the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..spec import Operation, Problem, Spec


def operation_names_are_unique(spec: Spec) -> Iterator[Problem]:
    """Repeated operationIds, and two operations that would be the same method of a client."""
    yield from _repeated(spec, "operationId", lambda one: one.raw.get("operationId"))
    yield from _repeated(spec, "x-method", _place)


def _place(operation: Operation) -> str | None:
    resource, method = operation.raw.get("x-resource"), operation.raw.get("x-method")
    return f"{resource}.{method}".lstrip(".") if isinstance(resource, str) and isinstance(method, str) else None


def _repeated(spec: Spec, key: str, of: Callable[[Operation], object]) -> Iterator[Problem]:
    first: dict[str, Operation] = {}
    for operation in spec.operations():
        value = of(operation)
        if isinstance(value, str) and first.setdefault(value, operation) is not operation:
            line = spec.line((*first[value].pointer, key))
            yield spec.problem((*operation.pointer, key), f"{key}: {value} is taken already, on line {line}")
