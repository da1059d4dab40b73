# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""A typed client for agencies that use the Woodpecker.co API.

    from woodpecker_client import Agency

    with Agency("the HQ key") as agency:
        for company in agency.companies.list(active=True):
            for mailbox in agency.account(company.id).mailboxes.list():
                print(company.name, mailbox.details.email)

Models are in `woodpecker_client.models`, one function for each operation in `woodpecker_client.api`.
"""

# Type checkers take it for typing's, which takes longer to import than the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
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
        NotFinished,
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
    from woodpecker_runtime.records import Records, records
    from woodpecker_runtime.types import UNSET, Response, Timeout, Unset
    from woodpecker_runtime.vendor_time import VendorTime

    from woodpecker_client.accounts import Account, Agency
    from woodpecker_client.async_accounts import AsyncAccount, AsyncAgency
    from woodpecker_client.outcome import Outcome

    from . import api as api
    from . import models as models
else:
    from woodpecker_runtime.lazy_exports import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        "woodpecker_client",
        {
            "woodpecker_auth": (
                "LocalLanes",
                "Secret",
            ),
            "woodpecker_auth.version": ("__version__",),
            "woodpecker_client.accounts": (
                "Account",
                "Agency",
            ),
            "woodpecker_client.async_accounts": (
                "AsyncAccount",
                "AsyncAgency",
            ),
            "woodpecker_client.outcome": ("Outcome",),
            "woodpecker_runtime.client": (
                "AsyncClient",
                "Client",
            ),
            "woodpecker_runtime.drift.observer": ("Observer",),
            "woodpecker_runtime.drift.report": (
                "Mismatch",
                "Report",
            ),
            "woodpecker_runtime.errors": (
                "ApiError",
                "BadRequest",
                "ClientClosed",
                "CompanyInactive",
                "CompanyNotFound",
                "Conflict",
                "ConnectionFailed",
                "Forbidden",
                "InvalidValue",
                "LaneTimeout",
                "NotFinished",
                "NotFound",
                "PolicyError",
                "RateLimited",
                "ServerError",
                "TimedOut",
                "TransportError",
                "Unauthorized",
                "UnexpectedResponse",
                "WoodpeckerError",
            ),
            "woodpecker_runtime.hooks": (
                "Attempt",
                "Hooks",
            ),
            "woodpecker_runtime.paginators": (
                "AsyncPaginator",
                "Paginator",
            ),
            "woodpecker_runtime.records": (
                "Records",
                "records",
            ),
            "woodpecker_runtime.types": (
                "Response",
                "Timeout",
                "UNSET",
                "Unset",
            ),
            "woodpecker_runtime.vendor_time": ("VendorTime",),
        },
        submodules=(
            "api",
            "models",
        ),
    )

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
    "NotFinished",
    "NotFound",
    "Observer",
    "Outcome",
    "Paginator",
    "PolicyError",
    "RateLimited",
    "Records",
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
    "records",
]
