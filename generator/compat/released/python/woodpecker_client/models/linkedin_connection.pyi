from ..reading import Model as Model, hides_arguments as hides_arguments, integer as integer, secret as secret, to_secret as to_secret, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from attrs import define, field, setters
from typing import Any
from woodpecker_auth import Secret

@define(repr=False)
class LinkedinConnection(Model):
    account_id: int
    connect_account_link: Secret = field(converter=to_secret)
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
