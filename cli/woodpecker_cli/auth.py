"""`woodpecker auth`: its commands and their options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from .action import Action
from .options import client_key_option, form_option, key_options

_profile, _file, _base_url, _refused = key_options()


def _later(name: str) -> Callable[..., Action]:
    """A callback: what it returns calls a function of `keys.sessions` with the options."""

    def callback(**given: Any) -> Action:
        def act() -> int:
            from .keys import sessions

            done: int = getattr(sessions, name)(given)
            return done

        return act

    return callback


auth = click.Group("auth", help="Keep keys in the system's keyring, for several agencies.", no_args_is_help=False)
auth.add_command(
    click.Command(
        "login",
        callback=_later("login"),
        help="""Ask for a key, try it with two reads, and keep it in the system's keyring.

        The terminal does not show the key. Without a terminal, it is the first line of standard input. What the key
        is called, its kind and where the API is are written to a file of settings; the key is not.
        """,
        short_help="Keep a key in the system's keyring.",
        params=[
            click.Option(["profile", "--profile"], metavar="NAME", help="Name of the profile [default: default]."),
            _base_url,
            _refused,
        ],
        epilog="Example: woodpecker auth login --profile blue-heron",
    )
)
auth.add_command(
    click.Command(
        "logout",
        callback=_later("logout"),
        help="Delete a profile, and its key from the keyring. The key itself remains valid.",
        short_help="Delete a key from the keyring.",
        params=[_profile, _refused],
        epilog="Example: woodpecker auth logout --profile blue-heron",
    )
)
auth.add_command(
    click.Command(
        "status",
        callback=_later("status"),
        help="Say which kind of key is in use, and whose: with two reads, the key's user and the list of companies.",
        short_help="Say which kind of key is in use, and whose.",
        params=[client_key_option(), form_option(), *key_options()],
        epilog="Example: woodpecker auth status",
    )
)
auth.add_command(
    click.Command(
        "list",
        callback=_later("show_all"),
        help="List the profiles.",
        params=[form_option()],
        epilog="Example: woodpecker auth list",
    )
)
