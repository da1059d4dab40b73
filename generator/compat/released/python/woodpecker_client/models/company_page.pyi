from ..reading import Model as Model, list_of as list_of, optional as optional, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from .company import Company as Company
from .pagination_data import PaginationData as PaginationData
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class CompanyPage(Model):
    content: list[Company]
    pagination_data: PaginationData | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
