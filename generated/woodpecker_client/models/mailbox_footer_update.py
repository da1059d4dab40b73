# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_footer = nullable(string)


@define(repr=False, on_setattr=setters.NO_OP)
class MailboxFooterUpdate(Model):
    """A mailbox's new footer.

    Attributes:
        footer (str | None): HTML. Null or an empty text removes the footer.
            `{{UNSUBSCRIBE}}` is replaced by the URL for unsubscribing and belongs in an
            `href`.
    """

    footer: str | None
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "footer": "footer",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.footer = (
            value
            if type(value := take("footer", UNSET)) is str or value is None
            else _read_footer(value, "MailboxFooterUpdate.footer")
        )
        self.additional_properties = data
        return self
