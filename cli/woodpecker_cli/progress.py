"""How far the work for all companies is: a bar on a terminal, and one line at the end."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, NoReturn, Self

from .output import Output

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

# As many of the companies that failed alike are named.
_NAMED = 5


class Progress:
    """Counts outcomes, and shows them on standard error.

    Attributes:
        failures: companies that failed.
    """

    def __init__(self, output: Output) -> None:
        self.failures = 0
        self._output = output
        self._done = self._skipped = 0
        self._total: int | None = None
        self._begun = time.monotonic()
        self._alike: dict[str, list[str]] = {}
        self._bar: Bar | None = None
        self._handler: Any = None
        self._is_writing = self._is_to_end = False

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            self._bar = _bar()
            self._task = self._bar.add_task("", total=None, failed=0)
            self._bar.start()
        self._output.writing = self._writing
        self._handler = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(self, *exc_info: object) -> None:
        signal.signal(signal.SIGINT, self._handler)
        self.end()
        self._output.writing = nullcontext

    def count(self, done: int, total: int | None, _failed: int) -> None:
        """As `across_companies` calls it."""
        self._done, self._total = done, total
        if self._bar is not None:
            self._bar.update(self._task, completed=done, total=total, failed=self.failures)

    def skipped(self) -> None:
        """A company that is inactive, which is no failure."""
        self._skipped += 1

    def failed(self, company: str, message: str) -> None:
        """A company that failed, as it is to be named, and why."""
        self.failures += 1
        alike = self._alike.setdefault(message, [])
        if len(alike) <= _NAMED:
            alike.append(company)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def summarise(self, *, stopped: bool) -> None:
        """What failed, with its reasons, and how many there were."""
        for message, companies in self._alike.items():
            named = ", ".join(companies[:_NAMED]) + (" and others" if len(companies) > _NAMED else "")
            self._output.complain(f"{named}: {message}")
        seconds = time.monotonic() - self._begun
        all_of_them = f" of {self._total}" if stopped and self._total is not None else ""
        inactive = f", {self._skipped} inactive left out" if self._skipped else ""
        ended = "stopped after " if stopped else ""
        self._output.complain(
            f"{ended}{self._done}{all_of_them} companies in {seconds:.1f} s: "
            f"{self._done - self._skipped - self.failures} done, {self.failures} failed{inactive}"
        )

    def _on_interrupt(self, _number: int, _frame: object) -> None:
        if not self._is_writing:
            self._end_early()
        if self._is_to_end:
            raise KeyboardInterrupt
        # Amid a write a stream takes no other one, and the rest of a row would be lost.
        self._is_to_end = True

    def _end_early(self) -> NoReturn:
        self._is_to_end = False
        self._output.complain("ending as soon as the requests in progress are; Ctrl-C again ends at once")
        raise KeyboardInterrupt

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        """Take the bar away while something is written, and end after it if somebody wants that meanwhile."""
        bar = self._bar if self._bar is not None and self._bar.live.is_started else None
        self._is_writing = True
        try:
            if bar is not None:
                bar.stop()
            try:
                yield
            finally:
                if bar is not None:
                    bar.start()
        finally:
            self._is_writing = False
        if self._is_to_end:
            self._end_early()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    return Progress(
        BarColumn(None), MofNCompleteColumn(), TextColumn("{task.fields[failed]} failed"), Rate(),
        TimeRemainingColumn(), console=Console(file=sys.stderr), transient=True,
    )  # fmt: skip
