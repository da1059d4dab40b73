"""The tree of the commands, from the resources of the spec."""

from __future__ import annotations

from typing import TypeAlias

import click

from .command import command_of
from .spec import Operation
from .wording import plain

#: The operations and the commands written by hand below a group, each with the words that are left.
Below: TypeAlias = list[tuple[tuple[str, ...], Operation | click.Command]]


class OperationGroup(click.Group):
    """A group whose commands are made when they are asked for. Both `api_keys` and `api-keys` are accepted."""

    def __init__(self, name: str, below: Below, help: str) -> None:
        super().__init__(name, help=help, no_args_is_help=False)
        self._below = below

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(dict.fromkeys([*(words[0] for words, _ in self._below), *self.commands]))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("_", "-")
        if (found := self.commands.get(name)) is not None:
            return found
        below = [(words[1:], one) for words, one in self._below if words[0] == name]
        if not below:
            return None
        words, one = below[0]
        if words:
            return OperationGroup(name, below, _help(below))
        return command_of(one) if isinstance(one, Operation) else one


def _help(below: Below) -> str:
    """What the spec says of the tag that they share; else what the commands do."""
    operations = [one for _, one in below if isinstance(one, Operation)]
    tags = {operation.tag for operation in operations}
    if len(tags) == 1 and len(operations) > 1:
        return plain(tags.pop())
    text = "; ".join(operation.summary[0].lower() + operation.summary[1:] for operation in operations)
    return f"{text[0].upper()}{text[1:]}."
