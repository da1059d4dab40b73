"""A shell that keeps what commands set, as the one that a reader pastes them into."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_END = "end of the command, status"
_COMMANDS = f"""
python() {{ "{sys.executable}" "$@"; }}
curl() {{ command curl --fail-with-body --silent --show-error "$@"; }}
pytest() {{ python -m pytest -p no:cacheprovider "$@"; }}
woodpecker() {{ python -m woodpecker_cli "$@"; }}
woodpecker-mock() {{ python -m woodpecker_mock "$@"; }}
"""


@dataclass(frozen=True)
class Command:
    """What a console block shows after `$`.

    Attributes:
        status: the exit status it should have: 0, unless a comment says `# status 3`.
        output: what the block shows below it; empty if it shows nothing.
    """

    text: str
    status: int
    output: str


def commands(block: str) -> list[Command]:
    """The commands of a console block."""
    shown = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert not shown[0].strip(), "a console block begins with a command"
    found: list[Command] = []
    for one in shown[1:]:
        lines = one.splitlines()
        end = next((number for number, line in enumerate(lines) if not line.endswith("\\")), len(lines) - 1)
        text = "\n".join(lines[: end + 1])
        status = re.search(r"# status (\d+)", text)
        found.append(Command(text, int(status[1]) if status else 0, "\n".join(lines[end + 1 :]).strip()))
    return found


class Shell:
    """A bash with the commands of this project."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._running = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", cwd=folder, env=environment,
        )  # fmt: skip
        self.run(_COMMANDS)

    def run(self, text: str) -> tuple[int, str]:
        """The exit status and the output of a command or a script."""
        # It reads its input from elsewhere: this pipe holds the commands.
        _pipe(self._running.stdin).write(f"{{ {text}\n}} </dev/null\necho '{_END}' $?\n")
        _pipe(self._running.stdin).flush()
        output: list[str] = []
        for line in _pipe(self._running.stdout):
            before, found, status = line.partition(_END)
            output.append(before)
            if found:
                return int(status), "".join(output)
        raise AssertionError(f"the shell ended: {''.join(output)}")

    def close(self) -> None:
        _pipe(self._running.stdin).close()
        self._running.wait()
        _pipe(self._running.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
