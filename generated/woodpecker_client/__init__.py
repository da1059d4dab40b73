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
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.drift.observer import Observer
from woodpecker_runtime.drift.report import Mismatch, Report
from woodpecker_runtime.errors import (
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
from woodpecker_runtime.hooks import Attempt, Hooks
from woodpecker_runtime.paginators import AsyncPaginator, Paginator
from woodpecker_runtime.types import UNSET, Response, Timeout, Unset
from woodpecker_runtime.vendor_time import VendorTime

from .accounts import Account, Agency
from .async_accounts import AsyncAccount, AsyncAgency
from .outcome import Outcome

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
    "Forbidden",
    "Hooks",
    "InvalidValue",
    "LaneTimeout",
    "LocalLanes",
    "Mismatch",
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
