from ..reading import Model as Model, list_of as list_of, optional_nullable as optional_nullable, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class GuestInvite(Model):
    name: str
    email: str
    guest_permissions: list[str] | None | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
