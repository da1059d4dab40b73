"""The header policy of the Woodpecker.co API as an httpx transport.

A transport sees every request, those that follow redirects included, so it is the one place that can set the key and
keep it from being sent to another host. On any httpx client:

    from woodpecker_auth import CompanyScope, HQKey, PolicyTransport

    transport = PolicyTransport(HQKey("…"), scope=CompanyScope(880101))
    with httpx.Client(base_url="https://api.woodpecker.co/rest", transport=transport) as http:
        http.get("/v2/mailboxes")

To act for another account in one request, over the same transport:

    http.get("/v2/mailboxes", extensions={SCOPE_EXTENSION: CompanyScope(880102)})

With the functions that openapi-python-client generates, whose `x_company_id` parameter counts as the scope:

    client = Client(base_url="https://api.woodpecker.co/rest", httpx_args={"transport": transport})

Reading order: `policy` (the decision table), `authorizer` (the headers of one request), `lanes` (when it may start),
`transport` (which applies them), `network` (the connections below).
"""

from .authorizer import SCOPE_EXTENSION
from .base_url import BaseUrl
from .client_transport import AsyncClientTransport, ClientTransport
from .deadline import DEADLINE_EXTENSION, DEFAULT_DEADLINE, Deadline
from .errors import InvalidValue, PolicyError, Reason, WoodpeckerError
from .keys import ClientKey, HQKey, Key
from .lane_errors import LaneUnavailable, LaneWaitTimeout
from .lane_key import LaneKey
from .lanes import ONE_AT_A_TIME, Lanes, LaneSlot, LocalLanes
from .network import AsyncNetworkTransport, NetworkTransport
from .policy import COMPANY_HEADER, KEY_HEADER, RouteFamily, decide
from .redaction import redact
from .scope import OWN_ACCOUNT, CompanyScope, Scope, validate_company_id
from .secret import Secret
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
    "LaneKey",
    "LaneSlot",
    "LaneUnavailable",
    "LaneWaitTimeout",
    "Lanes",
    "LocalLanes",
    "NetworkTransport",
    "PolicyError",
    "PolicyTransport",
    "Reason",
    "RouteFamily",
    "Scope",
    "Secret",
    "WoodpeckerError",
    "decide",
    "redact",
    "validate_company_id",
]
