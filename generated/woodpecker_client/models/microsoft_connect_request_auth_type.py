# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from typing import Literal

MicrosoftConnectRequestAuthType = Literal["APP_ONLY"]

MICROSOFT_CONNECT_REQUEST_AUTH_TYPE_VALUES: set[MicrosoftConnectRequestAuthType] = {
    "APP_ONLY",
}


def check_microsoft_connect_request_auth_type(value: str) -> MicrosoftConnectRequestAuthType:
    if value in MICROSOFT_CONNECT_REQUEST_AUTH_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MICROSOFT_CONNECT_REQUEST_AUTH_TYPE_VALUES!r}"
    )
