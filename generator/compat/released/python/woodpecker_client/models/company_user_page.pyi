from ..reading import Model as Model, list_of as list_of, optional as optional, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from .company_user import CompanyUser as CompanyUser
from .pagination_data import PaginationData as PaginationData
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class CompanyUserPage(Model):
    content: list[CompanyUser]
    pagination_data: PaginationData | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
