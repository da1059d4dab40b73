# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""The outcome of the work for one company."""

from __future__ import annotations

from typing import TypeVar

from attrs import frozen
from woodpecker_runtime.fan_out import CompanyOutcome

from .models.company import Company

T = TypeVar("T")


@frozen
class Outcome(CompanyOutcome[Company, T]):
    """The result or the error of the work for one company, as `across_companies` yields it.

    Attributes:
        company: the company.
        result: what the work returned; None if it failed.
        error: what the work raised; None if it did not. `CompanyInactive` for an inactive company that was skipped.
    """
