# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .email_account import EmailAccount

_read_content = list_of(EmailAccount.read)


@define(repr=False)
class EmailAccountList(Model):
    """All email accounts of a company.

    Attributes:
        content (list[EmailAccount])
    """

    content: list[EmailAccount]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "content": "content",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            content=_read_content(take("content", UNSET), "EmailAccountList.content"),
            additional_properties=data,
        )
