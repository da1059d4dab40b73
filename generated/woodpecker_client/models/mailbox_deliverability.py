# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    boolean,
    fields_of,
    optional_nullable,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_spf_correct = optional_nullable(boolean)
_read_dkim_correct = optional_nullable(boolean)


@define(repr=False, on_setattr=setters.NO_OP)
class MailboxDeliverability(Model):
    """Whether the mailbox's domain is set up for sending. The content after a failure is not
    documented; treat an absent object, null and null fields alike.

    Attributes:
        spf_correct (bool | None | Unset): Null if it was not checked.
        dkim_correct (bool | None | Unset): Null if it was not checked.
    """

    spf_correct: bool | None | Unset = UNSET
    dkim_correct: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "spf_correct": "spf_correct",
        "dkim_correct": "dkim_correct",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.spf_correct = (
            value
            if type(value := take("spf_correct", UNSET)) is bool or value is None or value is UNSET
            else _read_spf_correct(value, "MailboxDeliverability.spf_correct")
        )
        self.dkim_correct = (
            value
            if type(value := take("dkim_correct", UNSET)) is bool or value is None or value is UNSET
            else _read_dkim_correct(value, "MailboxDeliverability.dkim_correct")
        )
        self.additional_properties = data
        return self
