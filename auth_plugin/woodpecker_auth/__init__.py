"""The header policy of the Woodpecker.co API as an httpx transport.

A transport sees every request and every hop of a redirect, so it is the one place where a key can join a request and
be kept from going anywhere else. By itself, on any httpx client:

    from woodpecker_auth import CompanyScope, HQKey, PolicyTransport

    transport = PolicyTransport(HQKey("…"), scope=CompanyScope(880101))
    with httpx.Client(base_url="https://api.woodpecker.co/rest", transport=transport) as http:
        http.get("/v2/mailboxes")

For another account in one request, over the same transport:

    http.get("/v2/mailboxes", extensions={SCOPE_EXTENSION: CompanyScope(880102)})

On the functions that openapi-python-client generates, whose `x_company_id` parameter counts as the scope:

    client = Client(base_url="https://api.woodpecker.co/rest", httpx_args={"transport": transport})

Read it in this order: `policy` (the table), `stamp` (what one request carries), `transport` (where that happens).
"""

from .base_url import BaseUrl
from .client_transport import AsyncClientTransport, ClientTransport
from .errors import PolicyError, Reason, WoodpeckerError
from .keys import ClientKey, HQKey, Key
from .policy import COMPANY_HEADER, KEY_HEADER, RouteFamily, decide
from .scope import OWN_ACCOUNT, CompanyScope, Scope, company_id
from .secret import Secret
from .stamp import SCOPE_EXTENSION
from .transport import DEFAULT_BASE_URL, AsyncPolicyTransport, PolicyTransport

__all__ = [
    "COMPANY_HEADER",
    "DEFAULT_BASE_URL",
    "KEY_HEADER",
    "OWN_ACCOUNT",
    "SCOPE_EXTENSION",
    "AsyncClientTransport",
    "AsyncPolicyTransport",
    "BaseUrl",
    "ClientKey",
    "ClientTransport",
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
