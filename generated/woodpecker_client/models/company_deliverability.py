# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field

from ..reading import (
    Model,
    integer,
    string,
)
from ..types import UNSET
from .period_comparison import PeriodComparison


@define(repr=False)
class CompanyDeliverability(Model):
    """A company's sending figures, in events.

    Attributes:
        id (int): The company.
        name (str)
        emails_sent (PeriodComparison): One figure in the period asked for and in the
            equally long one before it.
        delivered_emails (PeriodComparison): One figure in the period asked for and in
            the equally long one before it.
        views (PeriodComparison): One figure in the period asked for and in the equally
            long one before it.
        replies (PeriodComparison): One figure in the period asked for and in the
            equally long one before it.
        bounces (PeriodComparison): One figure in the period asked for and in the
            equally long one before it.
    """

    id: int
    name: str
    emails_sent: PeriodComparison
    delivered_emails: PeriodComparison
    views: PeriodComparison
    replies: PeriodComparison
    bounces: PeriodComparison
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])

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
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            id=integer(data.pop("id", UNSET), "CompanyDeliverability.id"),
            name=string(data.pop("name", UNSET), "CompanyDeliverability.name"),
            emails_sent=PeriodComparison.read(
                data.pop("emails_sent", UNSET), "CompanyDeliverability.emails_sent"
            ),
            delivered_emails=PeriodComparison.read(
                data.pop("delivered_emails", UNSET), "CompanyDeliverability.delivered_emails"
            ),
            views=PeriodComparison.read(data.pop("views", UNSET), "CompanyDeliverability.views"),
            replies=PeriodComparison.read(
                data.pop("replies", UNSET), "CompanyDeliverability.replies"
            ),
            bounces=PeriodComparison.read(
                data.pop("bounces", UNSET), "CompanyDeliverability.bounces"
            ),
        )
        model.additional_properties = data
        return model
