from .errors import CompanyInactive as CompanyInactive
from .models.company import Company as Company
from .paging import AsyncPaginator as AsyncPaginator, Paginator as Paginator
from _typeshed import Incomplete
from attrs import frozen
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
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

async def fan_out_async(companies: AsyncPaginator[Company, Any], work: Callable[[Company], Awaitable[T]], plan: Plan) -> AsyncGenerator[Outcome[T], None]: ...
def fan_out(companies: Paginator[Company, Any], work: Callable[[Company], T], plan: Plan) -> Generator[Outcome[T], None, None]: ...
