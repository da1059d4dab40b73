from .errors import InvalidValue as InvalidValue, WoodpeckerError as WoodpeckerError
from .fan_out import Outcome as Outcome, Plan as Plan
from .models.company import Company as Company
from .paging import AsyncPaginator as AsyncPaginator
from collections.abc import AsyncGenerator, Awaitable, Callable as Callable
from typing import Any, TypeVar

T = TypeVar('T')

async def fan_out_async(companies: AsyncPaginator[Company, Any], work: Callable[[Company], Awaitable[T]], plan: Plan) -> AsyncGenerator[Outcome[T], None]: ...
