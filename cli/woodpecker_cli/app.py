"""The commands: those of the operations, and those that are written by hand."""

from __future__ import annotations

import click

from .api import api
from .auth import auth
from .completion import completion
from .doctor.command import doctor
from .health.command import health
from .operations.groups import OperationGroup
from .operations.spec import operations

_HELP = """Work with the Woodpecker.co API from the command line.

The key comes from the system's keyring (woodpecker auth login), from the variable WOODPECKER_API_KEY, or from a file.
It is never an argument: other users of the machine can see those, and shells keep them.
"""


def app() -> click.Group:
    """The command `woodpecker`."""
    described = [(one.words, one) for one in operations()]
    root = OperationGroup("woodpecker", [*described, (("mailboxes", "health"), health)], _HELP)
    for command in (api, auth, completion, doctor):
        root.add_command(command)
    return root
