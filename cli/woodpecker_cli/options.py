"""The options that several commands have: the key, the account, the output."""

from __future__ import annotations

from collections.abc import Sequence

import click

from .usage import UsageError

FORMS = ("table", "json", "jsonl", "csv")


def _refuse_key(_context: click.Context, _param: click.Parameter, given: Sequence[str]) -> None:
    if given:
        raise UsageError(
            "a key is never an argument, because other programs can see it there and the shell keeps it: run "
            "woodpecker auth login, set WOODPECKER_API_KEY, or give --api-key-file FILE ('-' for standard input). "
            "Replace the key if it is real"
        )


def _profiles(_context: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    from .keys.profiles import profiles

    return [name for name in profiles() if name.startswith(begun)]


def _forms(_context: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    return [form for form in FORMS if form.startswith(begun)]


def key_options() -> list[click.Option]:
    """Where the key is, and where the API is."""
    return [
        click.Option(
            ["profile", "--profile"],
            metavar="NAME",
            help="Use the key that woodpecker auth login saved under this name [env: WOODPECKER_PROFILE].",
            shell_complete=_profiles,
        ),
        click.Option(
            ["api_key_file", "--api-key-file"],
            metavar="FILE",
            help="File with the key; '-' is standard input [default: WOODPECKER_API_KEY, then the profile].",
        ),
        click.Option(["base_url", "--base-url"], metavar="URL", help="Where the API is [env: WOODPECKER_BASE_URL]."),
        click.Option(
            ["refused_key", "--api-key", "--key", "--apikey", "--token", "-k"],
            hidden=True,
            multiple=True,
            expose_value=False,
            callback=_refuse_key,
        ),
    ]


def account_options() -> list[click.Option]:
    """Which account is meant."""
    return [
        click.Option(["company", "--company"], metavar="ID", help="Act for this client company of the agency."),
        click.Option(["own_account", "--own-account"], is_flag=True, help="Act for the HQ's own account."),
        client_key_option(),
    ]


def client_key_option() -> click.Option:
    text = "The key is a client's own, not the agency's HQ key [env: WOODPECKER_KEY_KIND=client]."
    return click.Option(["client_key", "--client-key"], is_flag=True, help=text)


def call_options() -> list[click.Option]:
    """How a call is made."""
    return [
        click.Option(["deadline", "--deadline"], metavar="SECONDS", help="Limit of the whole call [default: 60]."),
        click.Option(["dry_run", "--dry-run"], is_flag=True, help="Print the request without the key; send nothing."),
    ]


def form_option() -> click.Option:
    return click.Option(
        ["output", "--output", "-o"],
        metavar="|".join(FORMS),
        help="Form of the output [default: table on a terminal, else jsonl].",
        shell_complete=_forms,
    )


def output_options() -> list[click.Option]:
    """How a result is printed."""
    return [
        form_option(),
        click.Option(["columns", "--columns"], metavar="A,B.C", help="These fields only, in this order."),
        click.Option(["wide", "--wide"], is_flag=True, help="Tables with all columns, nothing shortened."),
        click.Option(["query", "--query"], metavar="JMESPATH", help="Print what this expression selects."),
    ]
