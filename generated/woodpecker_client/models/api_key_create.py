# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False)
class ApiKeyCreate(Model):
    """An API key to create.

    Attributes:
        label (str): What the key is for. A blank label is assumed to be rejected.
    """

    label: str
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "label": "label",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            label=value
            if type(value := take("label", UNSET)) is str
            else string(value, "ApiKeyCreate.label"),
            additional_properties=data,
        )
