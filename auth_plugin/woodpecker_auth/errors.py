"""What the plugin raises: refusals that happen before anything is sent."""

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
    """Everything that this project raises on purpose."""


class PolicyError(WoodpeckerError):
    """A request, key or setting that was refused before anything was sent.

    Attributes:
        reason: which rule refused it, as a code that is stable between versions.
    """

    def __init__(self, message: str, reason: Reason) -> None:
        # Both are args, so that pickle and copy can build it again.
        super().__init__(message, reason)
        self.reason: Reason = reason

    def __str__(self) -> str:
        return str(self.args[0])
