"""`woodpecker doctor`: its options."""

from __future__ import annotations

from typing import Any

import click

from ..action import Action
from ..operations.command import OperationCommand
from ..options import client_key_option, form_option, key_options


def _act(**given: Any) -> Action:
    def act() -> int:
        from .run import run

        return run(given)

    return act


_GENERAL = [client_key_option(), form_option(), *key_options()]

doctor = OperationCommand(
    "doctor",
    callback=_act,
    short_help="Look for what keeps it from working, and say what to do.",
    help="""Look for what keeps it from working, and say what to do: key and account, agency routes, a client's account,
    clock, latency, limits, base URL, proxy, versions.

    It only reads, with some eight requests, one after the other. Exit status 1 if something does not work.
    """,
    epilog="woodpecker doctor --company 880101",
    params=[
        click.Option(
            ["company", "--company"], metavar="ID", help="The client to look at [default: the first active one]."
        ),
        *_GENERAL,
    ],
)
doctor.general = frozenset(str(option.name) for option in _GENERAL)
