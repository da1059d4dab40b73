from ..api.deliverability import list_deliverability as list_deliverability
from ..client import AsyncClient as AsyncClient
from ..models.company_deliverability import CompanyDeliverability as CompanyDeliverability
from ..models.deliverability_page import DeliverabilityPage as DeliverabilityPage
from ..paging import AsyncPaginator as AsyncPaginator, Pagination as Pagination
from ..types import Response as Response, Timeout as Timeout, UNSET as UNSET, Unset as Unset
from datetime import date

class AsyncDeliverability:
    def __init__(self, client: AsyncClient) -> None: ...
    @property
    def with_raw_response(self) -> AsyncRawDeliverability: ...
    def list(self, *, from_: date | Unset = ..., to: date | Unset = ..., per_page: int | Unset = ..., timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> AsyncPaginator[CompanyDeliverability, DeliverabilityPage]: ...

class AsyncRawDeliverability:
    def __init__(self, client: AsyncClient) -> None: ...
    async def list(self, *, from_: date | Unset = ..., to: date | Unset = ..., page: int | Unset = ..., per_page: int | Unset = ..., timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> Response[DeliverabilityPage]: ...
