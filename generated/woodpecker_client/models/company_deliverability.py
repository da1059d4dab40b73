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
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .period_comparison import PeriodComparison

_read_name = optional(string)
_read_emails_sent = optional(PeriodComparison.read)
_read_delivered_emails = optional(PeriodComparison.read)
_read_views = optional(PeriodComparison.read)
_read_replies = optional(PeriodComparison.read)
_read_bounces = optional(PeriodComparison.read)


@define(repr=False, on_setattr=setters.NO_OP)
class CompanyDeliverability(Model):
    """A company's sending statistics, in events.

    Attributes:
        id (int): The company.
        name (str | Unset): The company's name.
        emails_sent (PeriodComparison | Unset): The number of events in the requested
            period and in the preceding period of equal length.
        delivered_emails (PeriodComparison | Unset): The number of events in the
            requested period and in the preceding period of equal length.
        views (PeriodComparison | Unset): The number of events in the requested period
            and in the preceding period of equal length.
        replies (PeriodComparison | Unset): The number of events in the requested period
            and in the preceding period of equal length.
        bounces (PeriodComparison | Unset): The number of events in the requested period
            and in the preceding period of equal length.
    """

    id: int
    name: str | Unset = UNSET
    emails_sent: PeriodComparison | Unset = UNSET
    delivered_emails: PeriodComparison | Unset = UNSET
    views: PeriodComparison | Unset = UNSET
    replies: PeriodComparison | Unset = UNSET
    bounces: PeriodComparison | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "emails_sent": "emails_sent",
        "delivered_emails": "delivered_emails",
        "views": "views",
        "replies": "replies",
        "bounces": "bounces",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.id = (
            value
            if type(value := take("id", UNSET)) is int
            else integer(value, "CompanyDeliverability.id")
        )
        self.name = (
            value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "CompanyDeliverability.name")
        )
        self.emails_sent = (
            value
            if (value := take("emails_sent", UNSET)) is UNSET
            else _read_emails_sent(value, "CompanyDeliverability.emails_sent")
        )
        self.delivered_emails = (
            value
            if (value := take("delivered_emails", UNSET)) is UNSET
            else _read_delivered_emails(value, "CompanyDeliverability.delivered_emails")
        )
        self.views = (
            value
            if (value := take("views", UNSET)) is UNSET
            else _read_views(value, "CompanyDeliverability.views")
        )
        self.replies = (
            value
            if (value := take("replies", UNSET)) is UNSET
            else _read_replies(value, "CompanyDeliverability.replies")
        )
        self.bounces = (
            value
            if (value := take("bounces", UNSET)) is UNSET
            else _read_bounces(value, "CompanyDeliverability.bounces")
        )
        self.additional_properties = data
        return self
