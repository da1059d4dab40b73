"""All mutants by name; to add one, write a function into the module of its kind."""

from __future__ import annotations

from difflib import get_close_matches

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
from .mutant import Mutant

_KINDS = (
    policy.policy, routes.routes, auth.auth, status.status, schema.schema, state.state, agency_state.agency_state,
    pagination.pagination, validation.validation, encoding.encoding, texts.texts,
    limits.limits, drift.drift,
)  # fmt: skip

MUTANTS: dict[str, Mutant] = {one.name: one for kind in _KINDS for one in kind.mutants}


def named(name: str) -> Mutant:
    """The mutant of this name.

    Raises:
        ValueError: there is none; the text lists similar names.
    """
    try:
        return MUTANTS[name]
    except KeyError:
        close = get_close_matches(name, MUTANTS, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else "woodpecker-mock --list-mutants lists them"
        raise ValueError(f"there is no mutant {name!r}: {hint}") from None
