"""Faults on demand, each marked so that its responses can be distinguished from the mock's own."""

from __future__ import annotations

from typing import Any

from .draw import Draw

MARK = "x-planted"
_MARKED = {MARK: "yes"}

# What becomes of a request, and how many of them are planted for one of the others.
_FAULTS: tuple[tuple[int, dict[str, Any]], ...] = (
    (4, {"kind": "status"}),
    (3, {"kind": "status", "when": "after", "status": 502, "body": "<h1>Oh</h1>", "content_type": "text/html"}),
    (2, {"kind": "status", "status": 503, "body": "", "headers": {"Retry-After": "1"}}),
    (2, {"kind": "status", "status": 429, "times": 5}),
    (1, {"kind": "status", "status": 200, "body": {"not": "what the spec says"}}),
    (1, {"kind": "status", "status": 418, "body": "short and stout", "content_type": ""}),
    (1, {"kind": "status", "status": 204, "when": "after"}),
    (2, {"kind": "truncated", "when": "after"}),
    (1, {"kind": "truncated", "status": 500}),
    (2, {"kind": "reset"}),
    (1, {"kind": "reset", "when": "after"}),
    (1, {"kind": "reset", "mid_body": True, "when": "after"}),
    (2, {"kind": "close"}),
    (1, {"kind": "close", "when": "after"}),
    (1, {"kind": "slow", "when": "after", "pause": 0.001, "body": "in drops"}),
    (1, {"kind": "slow", "pause": 0.001, "body": "in drops"}),
    (2, {"kind": "hang"}),
)
_WEIGHED = tuple(fault for times, fault in _FAULTS for _ in range(times))


def fault(draw: Draw, operation: str, company: int) -> dict[str, Any]:
    """A fault as the mock's console takes it: for everybody, for an operation, or for a company."""
    chosen = draw.one(_WEIGHED)
    only = draw.one(({"operation": operation}, {"company": company}, {}))
    return {**chosen, **only, "headers": {**chosen.get("headers", {}), **_MARKED}}
