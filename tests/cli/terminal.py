"""A command on a terminal of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from types import TracebackType
from typing import Self

COMMAND = [sys.executable, "-m", "woodpecker_cli"]
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\[[0-9;]*m")


class Terminal:
    """Runs a command with a terminal for its input, output and errors.

    Args:
        words: the words after `woodpecker`.
        out: standard output, if it is not the terminal.
        variables: for its environment.
        columns: the width of the terminal.
    """

    def __init__(self, *words: str, out: int | None = None, columns: int = 80, **variables: str) -> None:
        import fcntl
        import struct
        import termios

        self._fd, end = os.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
        environment |= {"TERM": "xterm-256color", **variables}
        # A session of its own, so that /dev/tty is no terminal of who runs the tests.
        self.process = subprocess.Popen(
            [*COMMAND, *words],
            stdin=end,
            stdout=end if out is None else out,
            stderr=end,
            env=environment,
            start_new_session=True,
        )
        os.close(end)
        self.raw = b""

    @property
    def shown(self) -> str:
        """What came so far, without colours."""
        return _ESCAPES.sub("", self.raw.decode()).replace("\r\n", "\n")

    def read_until(self, text: str) -> None:
        """Read until the text is there; fails at the end of the output."""
        while text not in self.shown:
            part = self._read()
            assert part, f"{text!r} is not in: {self.shown}"
            self.raw += part

    def type(self, text: str) -> None:
        os.write(self._fd, text.encode())

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Read the rest; the result is the exit status."""
        while part := self._read():
            self.raw += part
        return self.process.wait()

    def _read(self) -> bytes:
        try:
            return os.read(self._fd, 65536)
        except OSError:  # so ends a terminal on Linux
            return b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._fd)
