from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .new_company import NewCompany as NewCompany
from attrs import define, field
from typing import Any

@define(repr=False)
class CompanyCreateRequest(Model):
    companies: list[NewCompany]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
