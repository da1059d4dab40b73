from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .microsoft_credential import MicrosoftCredential as MicrosoftCredential
from attrs import define, field
from typing import Any

@define(repr=False)
class MicrosoftCredentialList(Model):
    credentials: list[MicrosoftCredential]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
