"""`woodpecker completion`: the script with which a shell completes commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from .action import Action
from .usage import UsageError

SHELLS = ("bash", "zsh", "fish")


def _completion(shell: str) -> Action:
    def act() -> int:
        found = get_completion_class(shell) if shell in SHELLS else None
        if found is None:
            raise UsageError(f"the shell should be one of {', '.join(SHELLS)}")
        # The script asks the command itself, with this variable, at each press of the key.
        print(found(completion, {}, "woodpecker", "_WOODPECKER_COMPLETE").source())
        return 0

    return act


def _shells(_context: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    return [shell for shell in SHELLS if shell.startswith(begun)]


completion = click.Command(
    "completion",
    callback=_completion,
    help="""Print the script with which a shell completes commands, options and their values.

    \b
    bash, in ~/.bashrc:                        eval "$(woodpecker completion bash)"
    zsh, in ~/.zshrc, after compinit:          eval "$(woodpecker completion zsh)"
    fish: woodpecker completion fish > ~/.config/fish/completions/woodpecker.fish
    """,
    short_help="Print the script for completion in bash, zsh or fish.",
    params=[click.Argument(["shell"], metavar="|".join(SHELLS), shell_complete=_shells)],
    epilog="Example: woodpecker completion bash",
)
