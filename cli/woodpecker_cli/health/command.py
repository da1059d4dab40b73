"""`woodpecker mailboxes health`: its options."""

from __future__ import annotations

from typing import Any

import click

from ..action import Action
from ..operations.command import OperationCommand
from ..options import account_options, key_options, output_options


def _act(**given: Any) -> Action:
    def act() -> int:
        from .run import run

        return run(given)

    return act


_GENERAL = [*account_options(), *output_options(), *key_options()]

health = OperationCommand(
    "health",
    callback=_act,
    short_help="Find what is wrong with the mailboxes of each client.",
    help="""Find what is wrong with the mailboxes of each client: errors, limits, periods without sending, warm-up.

    A row for each mailbox, by client; for a client without a mailbox that could be read, one that says why. Findings
    are error and unreadable (problems), at-limit, near-limit and frozen (warnings), warmup-off, empty and inactive
    (notices).
    """,
    epilog="woodpecker mailboxes health --all-companies --html health.html",
    params=[
        click.Option(["all_companies", "--all-companies"], is_flag=True, help="The mailboxes of all client companies."),
        click.Option(
            ["html", "--html"],
            metavar="FILE",
            help="Write a page with charts and tables for a browser. Without --output, print the totals only.",
        ),
        click.Option(
            ["only", "--only"],
            metavar="FINDING|LEVEL",
            multiple=True,
            help="Print only rows with this finding, or with one of this level (problem, warning, notice) or above.",
        ),
        click.Option(
            ["fail_on", "--fail-on"],
            metavar="FINDING|LEVEL",
            multiple=True,
            help="Exit status 9 if there is such a finding.",
        ),
        click.Option(
            ["near_limit", "--near-limit"],
            metavar="PERCENT",
            help="Sent today, of the daily limit, from which on it is near [default: 90].",
        ),
        *_GENERAL,
    ],
)
health.general = frozenset(str(option.name) for option in _GENERAL)
