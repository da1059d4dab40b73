"""The command `woodpecker`: reads the command line, runs the command, and says what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from .exit_status import ExitStatus

if TYPE_CHECKING:
    from .action import Action


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the result is the exit status.

    Args:
        arguments: the command line without the program's name; None for this process's.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    try:
        status = _run(words)
        # Here and not at the interpreter's end, which would complain on its own.
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        _discard(sys.stdout)
        return ExitStatus.OUTPUT_CLOSED
    except OSError as failure:
        _discard(sys.stdout)
        try:
            _complain(
                f"the output is not complete: {failure.strerror or type(failure).__name__}. The request may have run"
            )
        except OSError:  # there is nowhere left to say it
            _discard(sys.stderr)
        return ExitStatus.OUTPUT_LOST


def _open_closed_streams() -> None:
    """Put the null device in the place of standard streams that were closed before Python started (`>&-`).

    Their numbers would go to the first files and connections that are opened.
    """
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _discard(stream: TextIO) -> None:
    """Send what is still buffered nowhere: Python flushes once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(words: list[str]) -> int:
    try:
        import click

        from .app import app
    except ModuleNotFoundError as missing:
        if (missing.name or "woodpecker_").startswith("woodpecker_"):
            raise
        return _complain(f'the command line needs the package {missing.name}: pip install "woodpecker-client[cli]"')
    from .usage import UsageError, without_hidden, without_words

    try:
        # What the command's function returned; after --help, the status.
        chosen: Action | int = app().main(words, prog_name="woodpecker", standalone_mode=False)
        return chosen if isinstance(chosen, int) else chosen()
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as wrong:
        reason = without_words(without_hidden(wrong).format_message(), words).rstrip(".")
        context = wrong.ctx if isinstance(wrong, click.UsageError) else None
        return _complain(f"{reason}. See: {context.command_path if context else 'woodpecker'} --help")
    except UsageError as wrong:
        return _complain(str(wrong))


def _complain(message: str) -> int:
    print(f"woodpecker: {message}", file=sys.stderr)
    return ExitStatus.WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main())
