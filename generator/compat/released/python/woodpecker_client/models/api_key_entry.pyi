from ..reading import Model as Model, hides_arguments as hides_arguments, optional_nullable as optional_nullable, secret as secret, string as string, to_secret as to_secret, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field, setters
from typing import Any
from woodpecker_auth import Secret

@define(repr=False)
class ApiKeyEntry(Model):
    api_key: Secret = field(converter=to_secret)
    label: str | None | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
