"""The tree of the commands, from the resources of the spec."""

from __future__ import annotations

from typing import TypeAlias

import click

from .command import command_of
from .spec import DescribedOperation
from .wording import plain

#: The operations below a group, and after them the commands written by hand, each with the words that are left.
Below: TypeAlias = list[tuple[tuple[str, ...], DescribedOperation | click.Command]]


class OperationGroup(click.Group):
    """A group whose commands are made when they are asked for. Both `api_keys` and `api-keys` are accepted."""

    def __init__(self, name: str, below: Below, help: str, tag: str = "") -> None:
        """
        Args:
            tag: what the spec says of the tag of the first operation, if `help` says it.
        """
        super().__init__(name, help=help, no_args_is_help=False)
        self._below, self._tag = below, tag

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(dict.fromkeys([*(words[0] for words, _ in self._below), *self.commands]))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("_", "-")
        if (found := self.commands.get(name)) is not None:
            return found
        below = [(words[1:], one) for words, one in self._below if words[0] == name]
        if not below:
            return None
        words, first = below[0]
        if not words:
            return command_of(first) if isinstance(first, DescribedOperation) else first
        # As the library's classes have it: the tag, where it is not the one of the group around it.
        tag = first.tag if isinstance(first, DescribedOperation) else ""
        is_new = bool(tag) and tag != self._tag
        return OperationGroup(name, below, plain(tag) if is_new else _summaries(below), tag)


def _summaries(below: Below) -> str:
    operations = [one for _, one in below if isinstance(one, DescribedOperation)]
    text = "; ".join(operation.summary[0].lower() + operation.summary[1:] for operation in operations)
    return f"{text[0].upper()}{text[1:]}."
