"""All deviations of the mock, by name; to add one, write a function into the module of its kind."""

from __future__ import annotations

from difflib import get_close_matches

from ..deviation import Deviation
from . import (
    agency_state,
    auth,
    drift,
    encoding,
    limits,
    pagination,
    policy,
    routes,
    schema,
    state,
    status,
    texts,
    validation,
)

__all__ = ["DEVIATIONS", "named"]

_KINDS = (
    policy.policy, routes.routes, auth.auth, status.status, schema.schema, state.state, agency_state.agency_state,
    pagination.pagination, validation.validation, encoding.encoding, texts.texts,
    limits.limits, drift.drift,
)  # fmt: skip

DEVIATIONS: dict[str, Deviation] = {one.name: one for kind in _KINDS for one in kind.deviations}


def named(name: str) -> Deviation:
    """The deviation of this name.

    Raises:
        ValueError: there is none; the text says which names are close.
    """
    try:
        return DEVIATIONS[name]
    except KeyError:
        close = get_close_matches(name, DEVIATIONS, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else "woodpecker-mock --list-deviations lists them"
        raise ValueError(f"there is no deviation {name!r}: {hint}") from None
