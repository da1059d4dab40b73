"""`woodpecker api`: its options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeAlias

import typer

from .usage import UsageError

#: What a command does, once its options are read; its result is the exit status.
Action: TypeAlias = Callable[[], int]


def _refuse_key(given: list[str] | None) -> None:
    if given:
        raise UsageError(
            "a key is never an argument, because other programs can see it there and the shell keeps it: set "
            "WOODPECKER_API_KEY, or give --api-key-file FILE ('-' for standard input). Replace the key if it is real"
        )


# Numbers are read later: typer would show what it cannot read, and that may be a key in the wrong place.
def api(
    method: Annotated[str, typer.Argument(metavar="METHOD", help="GET, HEAD, POST, PUT, PATCH or DELETE.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="Path below the base URL, such as /v2/mailboxes.")],
    company: Annotated[
        str | None, typer.Option("--company", metavar="ID", help="Act for this client company of the agency.")
    ] = None,
    own_account: Annotated[bool, typer.Option("--own-account", help="Act for the HQ's own account.")] = False,
    client_key: Annotated[
        bool,
        typer.Option(
            "--client-key", help="The key is a client's own, not the agency's HQ key [env: WOODPECKER_KEY_KIND=client]."
        ),
    ] = False,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="NAME=VALUE", help="Query parameter; several of one name are a list."),
    ] = None,
    json: Annotated[
        str | None, typer.Option("--json", metavar="TEXT|@FILE|-", help="JSON body; '-' is standard input.")
    ] = None,
    retry: Annotated[
        str | None,
        typer.Option(
            "--retry",
            metavar="safe|rejected-only",
            help="Send it again after any failure, or only if it certainly did not run [default: safe for GET and "
            "HEAD, else rejected-only].",
        ),
    ] = None,
    deadline: Annotated[
        str | None, typer.Option("--deadline", metavar="SECONDS", help="Limit of the whole call [default: 60].")
    ] = None,
    include: Annotated[bool, typer.Option("--include", "-i", help="Print status and headers before the body.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the request without the key; send nothing.")
    ] = False,
    api_key_file: Annotated[
        str | None,
        typer.Option(
            "--api-key-file",
            metavar="FILE",
            help="File with the key; '-' is standard input [default: the variable WOODPECKER_API_KEY].",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option("--base-url", metavar="URL", help="Where the API is [env: WOODPECKER_BASE_URL]."),
    ] = None,
    refused_key: Annotated[
        list[str] | None,
        typer.Option("--api-key", "--key", "--apikey", "--token", "-k", hidden=True, callback=_refuse_key),
    ] = None,
) -> Action:
    """Send a request to any route, under the header policy of the client.

    On an account route, an agency's HQ key needs --company or --own-account. On an agency route, it has neither: the
    path names the company. A client's own key (--client-key) has neither, either.
    """

    def act() -> int:
        from .route_call import KeySource, RouteCall, run

        return run(
            RouteCall(method, path, param or [], json, retry, deadline),
            KeySource(api_key_file, client_key, base_url, company, own_account),
            include=include,
            dry_run=dry_run,
        )

    return act
