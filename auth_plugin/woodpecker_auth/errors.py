"""Errors that every module of this package may raise. Nothing has been sent when one of them is raised."""

from __future__ import annotations

from typing import Literal, TypeAlias

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
    """The base class of the exceptions that this project raises."""


class InvalidValue(WoodpeckerError, ValueError):
    """An invalid value. The message names the setting, the parameter, or the model and key."""


class PolicyError(WoodpeckerError):
    """A request, key or setting was refused before anything was sent.

    Attributes:
        reason: the rule that refused it, as a code that is stable between versions.
        may_have_run: True for a request that follows a redirect, if the redirected request may have changed something.
    """

    may_have_run: bool = False

    def __init__(self, message: str, reason: Reason) -> None:
        # Both are args, so that pickle and copy can rebuild the exception.
        super().__init__(message, reason)
        self.reason: Reason = reason

    def __str__(self) -> str:
        return str(self.args[0])
