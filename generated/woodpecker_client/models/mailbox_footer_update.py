# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_footer = nullable(string)


@define(repr=False)
class MailboxFooterUpdate(Model):
    """A mailbox's new footer.

    Attributes:
        footer (str | None): HTML. Null or an empty text removes the footer.
            `{{UNSUBSCRIBE}}` is replaced by the URL for unsubscribing and belongs in an
            `href`.
    """

    footer: str | None
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "footer": "footer",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            footer=value
            if type(value := take("footer", UNSET)) is str
            else _read_footer(value, "MailboxFooterUpdate.footer"),
            additional_properties=data,
        )
