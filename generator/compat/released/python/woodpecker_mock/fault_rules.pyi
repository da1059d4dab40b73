from .document import operations as operations
from _typeshed import Incomplete
from collections.abc import Callable as Callable, Mapping
from typing import Any, TypeAlias, TypeGuard

Kind: TypeAlias
When: TypeAlias
BODILESS: Incomplete

def problem_with(fault: Mapping[str, Any]) -> str | None: ...
def is_object(value: object) -> TypeGuard[dict[Any, Any]]: ...
def encoded(body: Any) -> bytes: ...
