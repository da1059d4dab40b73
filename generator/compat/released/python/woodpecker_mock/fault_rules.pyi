from .document import operations as operations
from collections.abc import Callable as Callable, Mapping
from typing import Any, TypeAlias, TypeGuard

Kind: TypeAlias
When: TypeAlias

def problem_with(fault: Mapping[str, Any]) -> str | None: ...
def is_object(value: object) -> TypeGuard[dict[Any, Any]]: ...
def encoded(body: Any) -> bytes: ...
