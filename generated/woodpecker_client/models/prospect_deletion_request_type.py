# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from typing import Literal

ProspectDeletionRequestType = Literal["ALL"]

PROSPECT_DELETION_REQUEST_TYPE_VALUES: set[ProspectDeletionRequestType] = {
    "ALL",
}


def check_prospect_deletion_request_type(value: str) -> ProspectDeletionRequestType:
    if value in PROSPECT_DELETION_REQUEST_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROSPECT_DELETION_REQUEST_TYPE_VALUES!r}"
    )
