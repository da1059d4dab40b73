"""Errors of the client in the words of the command line."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager

from woodpecker_runtime.errors import ApiError, InvalidValue, PolicyError, TransportError, WoodpeckerError

from .exit_status import ExitStatus
from .operations.wording import in_commands
from .output import Output

# The policy speaks of objects in Python, the command line has options.
_ADVICE = {
    "account_route_without_context": (
        "this is an account route, and an HQ key opens many accounts: add --company ID for a client's, or "
        "--own-account for the HQ's own. Nothing was sent"
    ),
    "agency_route_with_company": (
        "an agency route acts for the agency: leave --company and --own-account out. Where a company is meant, the "
        "path names it. Nothing was sent"
    ),
    "company_with_client_key": (
        "a client's own key opens its own account only: leave --company out, or use the HQ key. Nothing was sent"
    ),
    "agency_route_with_client_key": (
        "agency routes need the agency's HQ key, and this one is said to be a client's. Nothing was sent"
    ),
}
_OPERATION = re.compile(r"request \(([A-Z]+) [^ )]*\)")


def status_of(error: WoodpeckerError) -> ExitStatus:
    match error:
        case ApiError():
            return ExitStatus.API_ERROR
        case TransportError():
            return ExitStatus.NO_RESPONSE
        case InvalidValue():
            return ExitStatus.WRONG_USAGE
        case _:
            return ExitStatus.REFUSED


def message_of(error: WoodpeckerError, path: str | None = None) -> str:
    """What happened, and what can be done, with commands in place of operationIds.

    Args:
        path: that of a call of any route, for which the client has no name; None for operations.
    """
    if isinstance(error, PolicyError) and error.reason in _ADVICE:
        return _ADVICE[error.reason]
    text = str(error)
    if path is not None:
        text = _OPERATION.sub(lambda found: f"{found[1]} {path}", text, count=1)
    return in_commands(text)


@contextmanager
def interruption_told(outcome_check: str | None, output: Output) -> Generator[None, None, None]:
    """A block in which Ctrl-C says what it leaves open.

    Args:
        outcome_check: how to find out whether the call ran; None for one that changes nothing.
    """
    try:
        yield
    except KeyboardInterrupt:
        if outcome_check is not None:
            text = f"interrupted. It is unknown whether the call ran. To find out: {outcome_check}"
            output.complain(in_commands(text))
        raise
