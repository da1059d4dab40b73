# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""A typed client for agencies that use the Woodpecker.co API.

    from woodpecker_client import Agency

    with Agency("the HQ key") as agency:
        for company in agency.companies.list(active=True):
            for mailbox in agency.account(company.id).mailboxes.list():
                print(company.name, mailbox.details.email)

Models are in `woodpecker_client.models`, one function for each operation in `woodpecker_client.api`.
"""

from woodpecker_auth import LocalLanes, Secret
from woodpecker_auth.version import __version__

from .accounts import Account, Agency
from .async_accounts import AsyncAccount, AsyncAgency
from .client import AsyncClient, Client
from .errors import (
    ApiError,
    BadRequest,
    ClientClosed,
    CompanyInactive,
    CompanyNotFound,
    Conflict,
    ConnectionFailed,
    Forbidden,
    InvalidValue,
    LaneTimeout,
    NotFound,
    PolicyError,
    RateLimited,
    ServerError,
    TimedOut,
    TransportError,
    Unauthorized,
    UnexpectedResponse,
    WoodpeckerError,
)
from .fan_out import Outcome
from .hooks import Attempt, Hooks
from .observation.report import Deviation, Report
from .observing import Observer
from .paging import AsyncPaginator, Paginator
from .types import UNSET, Response, Timeout, Unset
from .vendor_time import VendorTime

__all__ = [
    "Account",
    "Agency",
    "ApiError",
    "AsyncAccount",
    "AsyncAgency",
    "AsyncClient",
    "AsyncPaginator",
    "Attempt",
    "BadRequest",
    "Client",
    "ClientClosed",
    "CompanyInactive",
    "CompanyNotFound",
    "Conflict",
    "ConnectionFailed",
    "Deviation",
    "Forbidden",
    "Hooks",
    "InvalidValue",
    "LaneTimeout",
    "LocalLanes",
    "NotFound",
    "Observer",
    "Outcome",
    "Paginator",
    "PolicyError",
    "RateLimited",
    "Report",
    "Response",
    "Secret",
    "ServerError",
    "TimedOut",
    "Timeout",
    "TransportError",
    "UNSET",
    "Unauthorized",
    "UnexpectedResponse",
    "Unset",
    "VendorTime",
    "WoodpeckerError",
    "__version__",
]
