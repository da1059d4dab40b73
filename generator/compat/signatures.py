"""Changes that griffe does not look for: types of parameters, results and attributes, and defaults that have a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import cast

from griffe import (
    Alias,
    Attribute,
    Expr,
    ExprBinOp,
    ExprCall,
    ExprName,
    ExprSubscript,
    ExprTuple,
    Function,
    Object,
    Parameter,
)

_ANYTHING = {"Any", "object"}
# A type variable stands for what its user says, so nothing can be told from it.
_VARIABLE = "TypeVar"


def signature_changes(old: Object | Alias, new: Object | Alias) -> list[str]:
    """What a caller of one function, or a reader of one attribute, has to change, each as a sentence.

    Types are compared by the text of their members: a parameter may take more than before, a result or an attribute may
    be fewer things than before. A class that has only another name counts as another type.
    """
    if old.is_function and new.is_function:
        was, is_ = cast(Function, old), cast(Function, new)
        return [*_defaults(was, is_), *(what for each in was.overloads or [was] for what in _types(each, is_))]
    if old.is_attribute and new.is_attribute:
        before, after = cast(Attribute, old).annotation, cast(Attribute, new).annotation
        return [] if _fits(before, after) else [f"type changed from {before} to {after}"]
    return []


def _defaults(old: Function, new: Function) -> Iterator[str]:
    for was, is_ in _kept(old, new):
        if not (was.required or is_.required) and (before := _value(was.default)) != (after := _value(is_.default)):
            yield f"parameter default changed from {before} to {after} ({was.name})"


def _types(old: Function, new: Function) -> list[str]:
    """What no longer holds of a call, in the overload that keeps most of it."""
    return min(([*_types_of_one(old, each)] for each in new.overloads or [new]), key=len)


def _types_of_one(old: Function, new: Function) -> Iterator[str]:
    for was, is_ in _kept(old, new):
        if not _fits(is_.annotation, was.annotation):
            yield f"parameter changed its type from {was.annotation} to {is_.annotation} ({was.name})"
    if not _fits(old.returns, new.returns):
        yield f"result changed from {old.returns} to {new.returns}"


def _kept(old: Function, new: Function) -> list[tuple[Parameter, Parameter]]:
    """The parameters that both have; what comes or goes is griffe's matter."""
    return [(one, new.parameters[one.name]) for one in old.parameters if one.name in new.parameters]


def _fits(takes: str | Expr | None, given: str | Expr | None) -> bool:
    """Whether all that is of one type is of the other, too; what has no annotation says nothing."""
    if takes is None or given is None:
        return True
    taken, came = _members(takes), _members(given)
    return bool(taken & _ANYTHING) or _VARIABLE in taken | came or came <= taken


def _members(annotation: str | Expr) -> set[str]:
    """The members of a union, those of type aliases and the values of literals among them."""
    if isinstance(annotation, ExprBinOp) and annotation.operator == "|":
        return _members(annotation.left) | _members(annotation.right)
    if isinstance(annotation, ExprSubscript) and str(annotation.left) == "Literal":
        values = annotation.slice
        return {str(value) for value in (values.elements if isinstance(values, ExprTuple) else [values])}
    if isinstance(annotation, ExprName):
        named = _constant(annotation)
        if named is not None and named.value is not None:
            if str(named.annotation) == "TypeAlias":
                return _members(named.value)
            if isinstance(named.value, ExprCall) and str(named.value.function) == "TypeVar":
                return {_VARIABLE}
    return {str(annotation)}


def _value(default: str | Expr | None) -> str:
    """The text of a default; of a constant of these packages, the text of its value."""
    named = _constant(default) if isinstance(default, ExprName) else None
    return str(default) if named is None else _value(named.value)


def _constant(name: ExprName) -> Attribute | None:
    # For a name from outside of the packages griffe raises whatever it stumbles on.
    with suppress(Exception):
        found = cast("Object | Alias", name.resolved)
        if found.is_attribute:
            return cast(Attribute, found)
    return None
