from .errors import CompanyInactive as CompanyInactive, InvalidValue as InvalidValue
from .models.company import Company as Company
from _typeshed import Incomplete
from attrs import frozen
from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeVar

T = TypeVar('T')
DEFAULT_CONCURRENCY: int
DEFAULT_THREADS: int
OnProgress: TypeAlias = Callable[[int, int | None, int], object]

@frozen
class Outcome(Generic[T]):
    company: Company
    result: T | None = ...
    error: BaseException | None = ...
    def unwrap(self) -> T: ...

class Plan:
    concurrency: Incomplete
    def __init__(self, active: bool | None, concurrency: int, on_progress: OnProgress | None) -> None: ...
    def leaves_alone(self, company: Company) -> CompanyInactive | None: ...
    def count(self, outcome: Outcome[Any], total: int | None) -> None: ...

def check_function(name: str, value: object, *, is_awaited: bool = False) -> None: ...
