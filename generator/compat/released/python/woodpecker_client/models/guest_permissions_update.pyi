from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .guest_permissions import GuestPermissions as GuestPermissions
from attrs import define, field
from typing import Any

@define(repr=False)
class GuestPermissionsUpdate(Model):
    guests: list[GuestPermissions]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
