# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    boolean,
    fields_of,
    integer,
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_conditionally_connected_mailboxes = list_of(anything)
_read_failed_mailboxes = list_of(anything)


@define(repr=False, on_setattr=setters.NO_OP)
class ConnectionSummary(Model):
    """Progress of a batch, in mailboxes.

    Attributes:
        processing_finished (bool): Whether every mailbox of the batch has a result.
        batch_size (int): Mailboxes in the batch.
        pending_mailboxes_count (int): Mailboxes without a result yet.
        connected_mailboxes_count (int): Connected unconditionally; conditionally
            connected mailboxes are not included.
        conditionally_connected_mailboxes_count (int): Mailboxes that are connected
            conditionally.
        failed_mailboxes_count (int): Mailboxes that could not be connected.
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
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
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
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.processing_finished = (
            value
            if type(value := take("processing_finished", UNSET)) is bool
            else boolean(value, "ConnectionSummary.processing_finished")
        )
        self.batch_size = (
            value
            if type(value := take("batch_size", UNSET)) is int
            else integer(value, "ConnectionSummary.batch_size")
        )
        self.pending_mailboxes_count = (
            value
            if type(value := take("pending_mailboxes_count", UNSET)) is int
            else integer(value, "ConnectionSummary.pending_mailboxes_count")
        )
        self.connected_mailboxes_count = (
            value
            if type(value := take("connected_mailboxes_count", UNSET)) is int
            else integer(value, "ConnectionSummary.connected_mailboxes_count")
        )
        self.conditionally_connected_mailboxes_count = (
            value
            if type(value := take("conditionally_connected_mailboxes_count", UNSET)) is int
            else integer(value, "ConnectionSummary.conditionally_connected_mailboxes_count")
        )
        self.failed_mailboxes_count = (
            value
            if type(value := take("failed_mailboxes_count", UNSET)) is int
            else integer(value, "ConnectionSummary.failed_mailboxes_count")
        )
        self.conditionally_connected_mailboxes = _read_conditionally_connected_mailboxes(
            take("conditionally_connected_mailboxes", UNSET),
            "ConnectionSummary.conditionally_connected_mailboxes",
        )
        self.failed_mailboxes = _read_failed_mailboxes(
            take("failed_mailboxes", UNSET), "ConnectionSummary.failed_mailboxes"
        )
        self.additional_properties = data
        return self
