"""What a command prints: results on standard output, complaints on standard error, secrets nowhere."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import httpx
from woodpecker_auth.redaction import redact, redact_bytes, redact_headers

if TYPE_CHECKING:
    from rich.console import RenderableType

# What terminals may take for a command. JSON escapes those below the space by itself.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LAST_SPACES = re.compile(r" +$", re.MULTILINE)


class Output:
    """Where a command prints.

    Args:
        secrets: shown as `***` wherever they occur.

    Attributes:
        writing: a block in which a stream is written to, for who keeps a line of the terminal up to date or must not
            write within it.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = list(secrets)
        # Asked once: it is a call of the system, for which a thread gives others way.
        self._is_coloured = in_colour()
        self._gathered: list[str] | None = None
        self.writing: Callable[[], AbstractContextManager[object]] = nullcontext

    def body(self, data: bytes) -> None:
        """A body: as JSON if it is that, else the bytes as they are, and on a terminal as a text."""
        try:
            # Infinity and NaN, which Python reads and writes, are no JSON.
            text = json.dumps(json.loads(data), indent=2, ensure_ascii=False, allow_nan=False)
        except (ValueError, RecursionError):
            if sys.stdout.isatty():
                self.text(data.decode("utf-8", "replace").replace("\r\n", "\n").expandtabs())
            else:
                self._write(redact_bytes(data, self._secrets))
        else:
            self.json(text)

    def head(self, first_line: str, headers: httpx.Headers) -> None:
        """A status or a request line, the headers, and an empty line."""
        lines = [first_line]
        for name, value in redact_headers(headers, self._secrets).raw:
            lines.append(f"{name.decode('latin-1')}: {value.decode('latin-1')}")
        self.text("\n".join(lines) + "\n\n")

    def json(self, text: str, end: str = "\n") -> None:
        """JSON, with colours on a terminal, unless NO_COLOR is set."""
        if self._is_coloured:
            from rich.highlighter import JSONHighlighter
            from rich.text import Text

            shown = Text(escaped(redact(text, self._secrets)))
            JSONHighlighter().highlight(shown)
            self.rich(shown, None, end)
        else:
            self.text(f"{text}{end}")

    def text(self, text: str) -> None:
        """A text without control characters."""
        if self._gathered is None:
            self._plain(text)
        else:
            self._gathered.append(text)

    def _plain(self, text: str) -> None:
        self._write(escaped(redact(text, self._secrets)).encode("utf-8", "backslashreplace"))

    def redacted(self, text: str) -> str:
        """The text without secrets, for a cell: once it is quoted or cut, nobody finds them."""
        return redact(text, self._secrets)

    def rich(self, shown: RenderableType, width: int | None, end: str = "") -> None:
        """What rich draws, of parts without control characters.

        Args:
            width: in characters; None for lines of any length.
        """
        from rich.console import Console

        console = Console(
            force_terminal=self._is_coloured,
            color_system="auto" if self._is_coloured else None,
            width=width,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as captured:
            console.print(shown, soft_wrap=width is None, end=end)
        # Without the spaces that fill the last column.
        drawn = _LAST_SPACES.sub("", captured.get())
        self._write(redact(drawn, self._secrets).encode("utf-8", "backslashreplace"))

    @contextmanager
    def at_once(self) -> Generator[None, None, None]:
        """A block whose texts are written in one go at its end, and sent on to who reads them."""
        self._gathered = []
        try:
            yield
        finally:
            texts, self._gathered = self._gathered, None
            if texts:
                self._plain("".join(texts))
                with self.writing():
                    sys.stdout.buffer.flush()

    def complain(self, message: str) -> None:
        """A line on standard error."""
        self._error(f"woodpecker: {message}")

    def note(self, message: str) -> None:
        """What only a person wants to know."""
        if sys.stderr.isatty():
            self._error(message)

    def ask(self, line: str, end: str = "\n") -> None:
        """A part of a question to the person at the terminal."""
        self._error(line, end)

    def _error(self, message: str, end: str = "\n") -> None:
        # One line, so that nothing that the API says looks like another message.
        line = escaped(redact(message, self._secrets)).replace("\n", "\\u000a")
        text = line.encode("utf-8", "backslashreplace")
        with self.writing():
            # It comes after what was printed so far.
            sys.stdout.buffer.flush()
            print(text.decode(), file=sys.stderr, end=end, flush=True)

    def _write(self, data: bytes) -> None:
        # The bytes are the same whatever encoding the terminal has, and line ends stay as they are.
        with self.writing():
            # With PYTHONUNBUFFERED it takes no more than a pipe has room for.
            left = memoryview(data)
            while left:
                left = left[sys.stdout.buffer.write(left) :]


def in_colour() -> bool:
    """Whether standard output is a terminal on which colours are wanted."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def escaped(text: str) -> str:
    """The text without control characters, each written as JSON would."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
