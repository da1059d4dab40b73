"""The command of an operation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from ..action import Action
from ..options import account_options, call_options, key_options, output_options
from ..usage import UsageError
from .body import body_params, texts_of
from .effects import CONFIRMED
from .examples import examples_of
from .fields import options_of
from .spec import DescribedOperation
from .wording import plain


class OperationCommand(click.Command):
    """A command whose help lists the options of its operation before those that many commands have.

    Attributes:
        described: its arguments, each with a description.
        general: the names of the parameters that many commands have.
    """

    described: Sequence[tuple[str, str]] = ()
    general: frozenset[str] = frozenset()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own: list[tuple[str, str]] = []
        general: list[tuple[str, str]] = []
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx)) is not None:
                (general if param.name in self.general else own).append(record)
        sections = (("Arguments", self.described), ("Options", own), ("General options", general))
        for title, records in sections:
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Not wrapped: it is to be copied.
        if self.epilog:
            lines = "\n".join(f"  {line}" for line in self.epilog.splitlines())
            formatter.write(f"\nExamples:\n{lines}\n")


def command_of(operation: DescribedOperation) -> click.Command:
    """The command."""
    general = _general(operation)
    taken = frozenset(option for param in general for option in param.opts) | {"--help", "--file", "--json"}
    arguments = [click.Argument([f"path_{n}"], metavar=f.name.upper()) for n, f in enumerate(operation.arguments)]
    query = [one for n, f in enumerate(operation.query) for one in options_of(f, f"query_{n}", taken)]
    command = OperationCommand(
        operation.words[-1],
        params=[*arguments, *body_params(operation, taken), *query, *general],
        callback=partial(_act, operation, taken),
        help=_help(operation),
        short_help=operation.summary,
        epilog="\n".join(examples_of(operation, taken)),
    )
    listed = [field for field in operation.body if field is texts_of(operation)]
    command.described = [(field.name.upper(), plain(field.description)) for field in (*operation.arguments, *listed)]
    command.general = frozenset(str(param.name) for param in general)
    return command


def _general(operation: DescribedOperation) -> list[click.Option]:
    found = account_options() if operation.family == "account" else []
    if operation.is_account_read:
        text = "Do it for every active client company at once; a line for each that fails, and exit status 8."
        found.append(click.Option(["all_companies", "--all-companies"], is_flag=True, help=text))
    if operation.result is not None:
        found += output_options()
    if "secret-in-response" in operation.effects and not operation.shows_secrets:
        found.append(click.Option(["show_secrets", "--show-secrets"], is_flag=True, help="Print secrets in clear."))
    found += call_options()
    if operation.effects & CONFIRMED.keys():
        found.append(click.Option(["yes", "--yes", "-y"], is_flag=True, help="Do it without asking."))
    return found + key_options()


def _help(operation: DescribedOperation) -> str:
    described = [f"{operation.summary}: {operation.method} {operation.path}."]
    described += [plain(operation.description)] if operation.description else []
    # Not wrapped: it is an address.
    described += [f"\b\n{operation.page}"] if operation.page else []
    return "\n\n".join(described)


def _act(operation: DescribedOperation, taken: frozenset[str], **given: Any) -> Action:
    def act() -> int:
        if given.get("api_key_file") == "-" and "-" in (given.get("body_file"), given.get("body_json")):
            raise UsageError("--api-key-file and the body cannot both read standard input")
        from .call import run

        return run(operation, given, taken)

    return act
