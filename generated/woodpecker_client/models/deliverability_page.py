# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    list_of,
    optional,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .company_deliverability import CompanyDeliverability
from .pagination_data import PaginationData

_read_content = list_of(CompanyDeliverability.read)
_read_pagination_data = optional(PaginationData.read)


@define(repr=False)
class DeliverabilityPage(Model):
    """One page of statistics.

    Attributes:
        content (list[CompanyDeliverability])
        pagination_data (PaginationData | Unset): Position of a page among all pages.
            Most routes name the totals `total_elements` and `total_pages`; an older vendor
            page shows `total_count` and `pages_count` for the sending statistics. Accept
            either.
    """

    content: list[CompanyDeliverability]
    pagination_data: PaginationData | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "content": "content",
        "pagination_data": "pagination_data",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            content=_read_content(take("content", UNSET), "DeliverabilityPage.content"),
            pagination_data=_read_pagination_data(
                take("pagination_data", UNSET), "DeliverabilityPage.pagination_data"
            ),
            additional_properties=data,
        )
