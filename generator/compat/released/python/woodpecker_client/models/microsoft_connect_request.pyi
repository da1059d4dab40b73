from ..reading import Model as Model, anything as anything, integer as integer, list_of as list_of, optional as optional, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from .microsoft_account import MicrosoftAccount as MicrosoftAccount
from attrs import define, field, setters
from typing import Any, Literal

@define(repr=False)
class MicrosoftConnectRequest(Model):
    accounts: list[MicrosoftAccount]
    auth_type: Literal['APP_ONLY'] | Unset = ...
    credential_id: int | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
