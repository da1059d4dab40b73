"""The commands, as typer reads them."""

from __future__ import annotations

import typer

from .api import api

# Plain help: rich would take longer to import than all the rest.
app = typer.Typer(name="woodpecker", rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def woodpecker() -> None:
    """Work with the Woodpecker.co API from the command line.

    The key is read from WOODPECKER_API_KEY, or from a file. It is never an argument: other users of the machine can
    see those, and shells keep them.
    """


app.command()(api)
