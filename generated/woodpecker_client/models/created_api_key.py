# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_auth import Secret
from woodpecker_runtime.model import Model, hides_arguments
from woodpecker_runtime.parsing import (
    fields_of,
    secret,
    to_secret,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@hides_arguments
@define(repr=False)
class CreatedApiKey(Model):
    """A new API key.

    Attributes:
        api_key (Secret): The key itself, in plain text.
    """

    api_key: Secret = field(converter=to_secret)
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "api_key": "api_key",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            api_key=secret(take("api_key", UNSET), "CreatedApiKey.api_key"),
            additional_properties=data,
        )
