from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .guest_invite import GuestInvite as GuestInvite
from attrs import define, field
from typing import Any

@define(repr=False)
class GuestInviteRequest(Model):
    guests: list[GuestInvite]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
