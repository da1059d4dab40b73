"""`woodpecker api`: its options."""

from __future__ import annotations

from typing import Any

import click

from .action import Action
from .options import account_options, call_options, key_options


def _act(**given: Any) -> Action:
    def act() -> int:
        from .keys.source import KeySource
        from .route_call import RouteCall, run

        call = RouteCall(*(given[name] for name in RouteCall._fields))
        return run(call, KeySource.given(given), include=given["include"], dry_run=given["dry_run"])

    return act


# Numbers are read later: click would show what it cannot read, and that may be a key in the wrong place.
api = click.Command(
    "api",
    callback=_act,
    help="""Send a request to any route, under the header policy of the client.

    On an account route, an agency's HQ key needs --company or --own-account. On an agency route, it has neither: the
    path names the company. A client's own key (--client-key) has neither, either.
    """,
    short_help="Send a request to any route.",
    epilog="Example: woodpecker api GET /v2/mailboxes --company 880101",
    params=[
        click.Argument(["method"], metavar="METHOD"),
        click.Argument(["path"], metavar="PATH"),
        click.Option(
            ["params", "--param"],
            metavar="NAME=VALUE",
            multiple=True,
            help="Query parameter; several of one name are a list.",
        ),
        click.Option(["json", "--json"], metavar="TEXT|@FILE|-", help="JSON body; '-' is standard input."),
        click.Option(
            ["retry", "--retry"],
            metavar="safe|rejected-only",
            help="Send it again after any failure, or only if it certainly did not run [default: safe for GET and "
            "HEAD, else rejected-only].",
        ),
        click.Option(["include", "--include", "-i"], is_flag=True, help="Print status and headers before the body."),
        *account_options(),
        *call_options(),
        *key_options(),
    ],
)
