"""Checks as lines for people."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from rich.text import Text

from ..output import Output, escaped
from .check import Result

_STYLES = {Result.OK: "green", Result.WARN: "yellow", Result.FAIL: "bold red", Result.SKIP: "dim"}
_NAME = 15
_INDENT = 6


class Lines:
    """`ok    latency        120 ms …`, and what can be done below it."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._results: list[str] = []

    def add(self, record: Any) -> None:
        result: str = record["result"]
        self._results.append(result)
        left = " " * (_INDENT + _NAME)
        width = max(min(shutil.get_terminal_size((80, 24)).columns, 100), 50)
        found = _filled(record["found"], width, left, left)
        text = Text(f"{result:<{_INDENT}}", style=_STYLES[Result(result)])
        text.append(f"{record['name']:<{_NAME}}{found[len(left) :]}\n", style="none")
        if record["advice"]:
            text.append(_filled(f"{record['advice']}.", width, f"{left}-> ", f"{left}   "))
            text.append("\n")
        self._output.rich(text, None)

    def end(self) -> None:
        counts = [f"{self._results.count(one)} {one}" for one in Result if one in self._results]
        self._output.text(f"\n{', '.join(counts)}\n")


def _filled(text: str, width: int, first: str, others: str) -> str:
    # Options have hyphens.
    return textwrap.fill(escaped(text), width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
