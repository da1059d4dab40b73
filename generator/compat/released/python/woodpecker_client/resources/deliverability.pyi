from ..api.deliverability import list_deliverability as list_deliverability
from ..client import Client as Client
from ..models.company_deliverability import CompanyDeliverability as CompanyDeliverability
from ..models.deliverability_page import DeliverabilityPage as DeliverabilityPage
from ..paging import Pagination as Pagination, Paginator as Paginator
from ..types import Response as Response, Timeout as Timeout, UNSET as UNSET, Unset as Unset
from datetime import date

class Deliverability:
    def __init__(self, client: Client) -> None: ...
    @property
    def with_raw_response(self) -> RawDeliverability: ...
    def list(self, *, from_: date | Unset = ..., to: date | Unset = ..., per_page: int | Unset = ..., timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> Paginator[CompanyDeliverability, DeliverabilityPage]: ...

class RawDeliverability:
    def __init__(self, client: Client) -> None: ...
    def list(self, *, from_: date | Unset = ..., to: date | Unset = ..., page: int | Unset = ..., per_page: int | Unset = ..., timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> Response[DeliverabilityPage]: ...
