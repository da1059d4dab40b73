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

from .microsoft_credential import MicrosoftCredential

_read_credentials = list_of(MicrosoftCredential.read)


@define(repr=False)
class MicrosoftCredentialList(Model):
    """All saved credentials of an account.

    Attributes:
        credentials (list[MicrosoftCredential])
    """

    credentials: list[MicrosoftCredential]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "credentials": "credentials",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            credentials=_read_credentials(
                take("credentials", UNSET), "MicrosoftCredentialList.credentials"
            ),
            additional_properties=data,
        )
