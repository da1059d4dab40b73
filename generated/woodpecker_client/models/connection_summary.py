# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    boolean,
    integer,
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_conditionally_connected_mailboxes = list_of(anything)
_read_failed_mailboxes = list_of(anything)


@define(repr=False)
class ConnectionSummary(Model):
    """Progress of a batch, in mailboxes.

    Attributes:
        processing_finished (bool): Whether every mailbox of the batch has a result.
        batch_size (int)
        pending_mailboxes_count (int)
        connected_mailboxes_count (int): Connected unconditionally; conditionally
            connected mailboxes are not included.
        conditionally_connected_mailboxes_count (int)
        failed_mailboxes_count (int)
        conditionally_connected_mailboxes (list[Any]): The format of an element is not
            documented.
        failed_mailboxes (list[Any]): The format of an element is not documented.
    """

    processing_finished: bool
    batch_size: int
    pending_mailboxes_count: int
    connected_mailboxes_count: int
    conditionally_connected_mailboxes_count: int
    failed_mailboxes_count: int
    conditionally_connected_mailboxes: list[Any]
    failed_mailboxes: list[Any]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "processing_finished": "processing_finished",
        "batch_size": "batch_size",
        "pending_mailboxes_count": "pending_mailboxes_count",
        "connected_mailboxes_count": "connected_mailboxes_count",
        "conditionally_connected_mailboxes_count": "conditionally_connected_mailboxes_count",
        "failed_mailboxes_count": "failed_mailboxes_count",
        "conditionally_connected_mailboxes": "conditionally_connected_mailboxes",
        "failed_mailboxes": "failed_mailboxes",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            processing_finished=boolean(
                data.pop("processing_finished", UNSET), "ConnectionSummary.processing_finished"
            ),
            batch_size=integer(data.pop("batch_size", UNSET), "ConnectionSummary.batch_size"),
            pending_mailboxes_count=integer(
                data.pop("pending_mailboxes_count", UNSET),
                "ConnectionSummary.pending_mailboxes_count",
            ),
            connected_mailboxes_count=integer(
                data.pop("connected_mailboxes_count", UNSET),
                "ConnectionSummary.connected_mailboxes_count",
            ),
            conditionally_connected_mailboxes_count=integer(
                data.pop("conditionally_connected_mailboxes_count", UNSET),
                "ConnectionSummary.conditionally_connected_mailboxes_count",
            ),
            failed_mailboxes_count=integer(
                data.pop("failed_mailboxes_count", UNSET),
                "ConnectionSummary.failed_mailboxes_count",
            ),
            conditionally_connected_mailboxes=_read_conditionally_connected_mailboxes(
                data.pop("conditionally_connected_mailboxes", UNSET),
                "ConnectionSummary.conditionally_connected_mailboxes",
            ),
            failed_mailboxes=_read_failed_mailboxes(
                data.pop("failed_mailboxes", UNSET), "ConnectionSummary.failed_mailboxes"
            ),
        )
        model.additional_properties = data
        return model
