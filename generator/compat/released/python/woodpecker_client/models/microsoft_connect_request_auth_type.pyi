from _typeshed import Incomplete

MicrosoftConnectRequestAuthType: Incomplete
MICROSOFT_CONNECT_REQUEST_AUTH_TYPE_VALUES: set[MicrosoftConnectRequestAuthType]

def check_microsoft_connect_request_auth_type(value: str) -> MicrosoftConnectRequestAuthType: ...
