"""The commands as a page of the documentation: `python -m woodpecker_cli.reference > docs/reference/commands.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

import click

from .app import app
from .operations.command import OperationCommand

_HEAD = """# Commands

<!-- Written by `python -m woodpecker_cli.reference > docs/reference/commands.md`. -->

All commands of `woodpecker`, as `--help` shows them. [The command line](command-line.md) explains what they have in
common: keys, accounts, output, `--all-companies`, confirmation and exit statuses.

<!-- run with: --dry-run -->
"""


def page() -> str:
    """The page."""
    root = app()
    context = click.Context(root, info_name="woodpecker")
    commands = list(_commands(root, context))
    general: dict[str, click.Option] = {}
    for command, _ in commands:
        for param in _options(command):
            if param.name in _general(command):
                general.setdefault(str(param.name), param)
    parts = [_HEAD, "## Options of many commands\n", _table(context, general.values())]
    for command, inner in commands:
        parts += _section(command, inner)
    return "\n".join(parts)


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)
        else:
            yield command, inner


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n"
    yield f"{_paragraphs(command.help or '')}\n"
    examples = (command.epilog or "").removeprefix("Example: ").splitlines()
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"`{usage}`\n"
    if examples:
        yield "\n".join(["```console", *(f"$ {example}" for example in examples), "```\n"])
        if not any(param.name == "dry_run" for param in command.params):
            yield "<!-- not run by the tests: it has no --dry-run -->\n"
    arguments = command.described if isinstance(command, OperationCommand) else ()
    if any(text for _, text in arguments):
        yield "| argument | |\n| --- | --- |"
        yield "\n".join(f"| `{name}` | {_cell(text)} |" for name, text in arguments) + "\n"
    own = [param for param in _options(command) if param.name not in _general(command)]
    if own:
        yield _table(context, own)
    if many := [param for param in _options(command) if param.name in _general(command)]:
        yield f"And {', '.join(f'`{param.opts[-1] if len(param.opts) == 1 else param.opts[0]}`' for param in many)}.\n"


def _general(command: click.Command) -> frozenset[str]:
    return command.general if isinstance(command, OperationCommand) else frozenset()


def _options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option) and not param.hidden]


def _table(context: click.Context, options: Iterable[click.Option]) -> str:
    records = [record for option in options if (record := option.get_help_record(context)) is not None]
    return "\n".join(
        ["| option | |", "| --- | --- |", *(f"| `{_cell(names)}` | {_cell(text)} |" for names, text in records), ""]
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _paragraphs(help: str) -> str:
    """The text with each paragraph on a line, and those that are not wrapped as they are."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", help.strip()):
        lines = [line.strip() for line in paragraph.splitlines()]
        is_kept = lines[0] == "\b"
        found.append("\n".join(f"    {line}" for line in lines[1:]) if is_kept else " ".join(lines))
    return "\n\n".join(re.sub(r"^    (https://\S+)$", r"<\1>", one) for one in found)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # pyright: ignore
    sys.stdout.write(page())
