from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .created_company import CreatedCompany as CreatedCompany
from attrs import define, field
from typing import Any

@define(repr=False)
class CompanyCreateResult(Model):
    companies: list[CreatedCompany]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
