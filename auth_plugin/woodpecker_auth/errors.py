"""What the plugin raises by itself: always before anything is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import httpx

if TYPE_CHECKING:
    from .account import LaneAccount

Reason: TypeAlias = Literal[
    "account_route_without_context",
    "agency_route_with_client_key",
    "agency_route_with_company",
    "ambiguous_path",
    "body_to_other_origin",
    "company_mismatch",
    "company_with_client_key",
    "duplicate_header",
    "insecure_base_url",
    "invalid_base_url",
    "invalid_company_id",
    "invalid_key",
    "invalid_scope",
]


class WoodpeckerError(Exception):
    """Everything that this project raises on purpose."""


class InvalidValue(WoodpeckerError, ValueError):
    """A value that does not fit: the message names the setting, the parameter, or the model and key."""


class PolicyError(WoodpeckerError):
    """A request, key or setting that was refused before anything was sent.

    Attributes:
        reason: which rule refused it, as a code that is stable between versions.
        may_have_run: it was the request after a redirect, and the one before it may have changed something.
    """

    may_have_run: bool = False

    def __init__(self, message: str, reason: Reason) -> None:
        # Both are args, so that pickle and copy can build it again.
        super().__init__(message, reason)
        self.reason: Reason = reason

    def __str__(self) -> str:
        return str(self.args[0])


class LaneTimeout(WoodpeckerError, httpx.PoolTimeout):
    """Other requests for the same account took all the time there was. The request was not sent.

    Attributes:
        account: whose lane it is.
        waited: seconds.
    """

    def __init__(self, account: LaneAccount, waited: float) -> None:
        super().__init__(
            f"waited {waited:.1f} s in the lane of {account}, and its turn did not come; the request was not sent"
        )
        self.account, self.waited = account, waited

    def __reduce__(self) -> tuple[type[LaneTimeout], tuple[LaneAccount, float]]:
        return type(self), (self.account, self.waited)


class LaneUnavailable(WoodpeckerError, httpx.ConnectError):
    """The server that keeps the lanes of several processes did not answer. The request was not sent to the API.

    Attributes:
        account: whose lane it is.
    """

    def __init__(self, account: LaneAccount, reason: str) -> None:
        super().__init__(f"the lane of {account} cannot be reached ({reason}); the request was not sent")
        self.account, self.reason = account, reason

    def __reduce__(self) -> tuple[type[LaneUnavailable], tuple[LaneAccount, str]]:
        return type(self), (self.account, self.reason)
