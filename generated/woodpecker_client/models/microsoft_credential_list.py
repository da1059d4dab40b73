# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .microsoft_credential import MicrosoftCredential

_read_credentials = list_of(MicrosoftCredential.read)


@define(repr=False, on_setattr=setters.NO_OP)
class MicrosoftCredentialList(Model):
    """All saved credentials of an account.

    Attributes:
        credentials (list[MicrosoftCredential]): All saved credentials.
    """

    credentials: list[MicrosoftCredential]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "credentials": "credentials",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.credentials = _read_credentials(
            take("credentials", UNSET), "MicrosoftCredentialList.credentials"
        )
        self.additional_properties = data
        return self
