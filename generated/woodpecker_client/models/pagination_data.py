# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    optional,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_total_elements = optional(integer)
_read_total_pages = optional(integer)
_read_total_count = optional(integer)
_read_pages_count = optional(integer)
_read_current_page_number = optional(integer)
_read_page_size = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class PaginationData(Model):
    """Position of a page among all pages. Most routes name the totals `total_elements` and
    `total_pages`; an older vendor page shows `total_count` and `pages_count` for the sending
    statistics. Accept either.

    Attributes:
        total_elements (int | Unset): Number of entries on all pages.
        total_pages (int | Unset): Number of all pages.
        total_count (int | Unset): The other name of `total_elements`.
        pages_count (int | Unset): The other name of `total_pages`.
        current_page_number (int | Unset): Number of this page, starting at 1.
        page_size (int | Unset): Entries on a full page.
    """

    total_elements: int | Unset = UNSET
    total_pages: int | Unset = UNSET
    total_count: int | Unset = UNSET
    pages_count: int | Unset = UNSET
    current_page_number: int | Unset = UNSET
    page_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "total_elements": "total_elements",
        "total_pages": "total_pages",
        "total_count": "total_count",
        "pages_count": "pages_count",
        "current_page_number": "current_page_number",
        "page_size": "page_size",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.total_elements = (
            value
            if type(value := take("total_elements", UNSET)) is int or value is UNSET
            else _read_total_elements(value, "PaginationData.total_elements")
        )
        self.total_pages = (
            value
            if type(value := take("total_pages", UNSET)) is int or value is UNSET
            else _read_total_pages(value, "PaginationData.total_pages")
        )
        self.total_count = (
            value
            if type(value := take("total_count", UNSET)) is int or value is UNSET
            else _read_total_count(value, "PaginationData.total_count")
        )
        self.pages_count = (
            value
            if type(value := take("pages_count", UNSET)) is int or value is UNSET
            else _read_pages_count(value, "PaginationData.pages_count")
        )
        self.current_page_number = (
            value
            if type(value := take("current_page_number", UNSET)) is int or value is UNSET
            else _read_current_page_number(value, "PaginationData.current_page_number")
        )
        self.page_size = (
            value
            if type(value := take("page_size", UNSET)) is int or value is UNSET
            else _read_page_size(value, "PaginationData.page_size")
        )
        self.additional_properties = data
        return self
