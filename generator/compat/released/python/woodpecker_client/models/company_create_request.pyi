from ..reading import Model as Model, list_of as list_of, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from .new_company import NewCompany as NewCompany
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class CompanyCreateRequest(Model):
    companies: list[NewCompany]
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
