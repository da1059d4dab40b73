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

Read it in this order: `policy` (the table), `stamp` (what one request carries), `lanes` (when it may go), `transport`
(where that happens), `network` (the connections underneath).
"""

from .account import LaneAccount
from .base_url import BaseUrl
from .client_transport import AsyncClientTransport, ClientTransport
from .deadline import DEADLINE_EXTENSION, DEFAULT_DEADLINE, Deadline
from .errors import InvalidValue, LaneTimeout, LaneUnavailable, PolicyError, Reason, WoodpeckerError
from .keys import ClientKey, HQKey, Key
from .lanes import ONE_AT_A_TIME, Lanes, LocalLanes, Place
from .network import AsyncNetworkTransport, NetworkTransport
from .policy import COMPANY_HEADER, KEY_HEADER, RouteFamily, decide
from .scope import OWN_ACCOUNT, CompanyScope, Scope, company_id
from .secret import Secret
from .stamp import SCOPE_EXTENSION
from .transport import DEFAULT_BASE_URL, AsyncPolicyTransport, PolicyTransport

__all__ = [
    "COMPANY_HEADER",
    "DEADLINE_EXTENSION",
    "DEFAULT_BASE_URL",
    "DEFAULT_DEADLINE",
    "KEY_HEADER",
    "ONE_AT_A_TIME",
    "OWN_ACCOUNT",
    "SCOPE_EXTENSION",
    "AsyncClientTransport",
    "AsyncNetworkTransport",
    "AsyncPolicyTransport",
    "BaseUrl",
    "ClientKey",
    "ClientTransport",
    "CompanyScope",
    "Deadline",
    "HQKey",
    "InvalidValue",
    "Key",
    "LaneAccount",
    "LaneTimeout",
    "LaneUnavailable",
    "Lanes",
    "LocalLanes",
    "NetworkTransport",
    "Place",
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
