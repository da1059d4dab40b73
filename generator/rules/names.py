"""No two operations have the same name or the same place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..json_value import Pointer
from ..spec import Problem, Spec
from .further_methods import further_methods


def operation_names_are_unique(spec: Spec) -> Iterator[Problem]:
    """Repeated operationIds, and two methods of a client with one name."""
    yield from _repeated(spec, _ids(spec))
    yield from _repeated(spec, _methods(spec))


def _ids(spec: Spec) -> Iterator[tuple[Pointer, object]]:
    for operation in spec.operations():
        yield (*operation.pointer, "operationId"), operation.raw.get("operationId")


def _methods(spec: Spec) -> Iterator[tuple[Pointer, object]]:
    """Every method of a client, those of `x-wait` and `x-lookup` included."""
    for operation in spec.operations():
        resource = operation.raw.get("x-resource")
        named = [((*operation.pointer, "x-method"), operation.raw.get("x-method"))]
        named += [((*place, "method"), said.get("method")) for place, said in further_methods(operation)]
        for place, method in named:
            if isinstance(resource, str) and isinstance(method, str):
                yield place, f"{resource}.{method}".lstrip(".")


def _repeated(spec: Spec, values: Iterable[tuple[Pointer, object]]) -> Iterator[Problem]:
    first: dict[str, Pointer] = {}
    for place, value in values:
        if isinstance(value, str) and first.setdefault(value, place) != place:
            line = spec.line(first[value])
            yield spec.problem(place, f"{place[-1]}: {value} is taken already, on line {line}")
