"""The header policy of the Woodpecker.co API as an httpx transport.

By itself, on any httpx client:

    from woodpecker_auth import CompanyScope, HQKey, PolicyTransport

    transport = PolicyTransport(HQKey("…"), scope=CompanyScope(880101))
    with httpx.Client(base_url="https://api.woodpecker.co/rest", transport=transport) as http:
        http.get("/v2/mailboxes")

On functions that openapi-python-client generates:

    client = Client(base_url="https://api.woodpecker.co/rest", httpx_args={"transport": transport})
"""

from .base_url import BaseUrl
from .errors import PolicyError, Reason, WoodpeckerError
from .keys import ClientKey, HQKey, Key
from .policy import COMPANY_HEADER, KEY_HEADER, RouteFamily, decide
from .scope import OWN_ACCOUNT, CompanyScope, Scope, company_id
from .secret import Secret
from .transport import DEFAULT_BASE_URL, SCOPE_EXTENSION, AsyncPolicyTransport, PolicyTransport

__all__ = [
    "COMPANY_HEADER",
    "DEFAULT_BASE_URL",
    "KEY_HEADER",
    "OWN_ACCOUNT",
    "SCOPE_EXTENSION",
    "AsyncPolicyTransport",
    "BaseUrl",
    "ClientKey",
    "CompanyScope",
    "HQKey",
    "Key",
    "PolicyError",
    "PolicyTransport",
    "Reason",
    "RouteFamily",
    "Scope",
    "Secret",
    "WoodpeckerError",
    "company_id",
    "decide",
]
