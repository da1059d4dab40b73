from ..reading import Model as Model, anything as anything, integer as integer, list_of as list_of, optional as optional
from ..types import UNSET as UNSET, Unset as Unset
from .microsoft_account import MicrosoftAccount as MicrosoftAccount
from attrs import define, field
from typing import Any, Literal

@define(repr=False)
class MicrosoftConnectRequest(Model):
    accounts: list[MicrosoftAccount]
    auth_type: Literal['APP_ONLY'] | Unset = ...
    credential_id: int | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
