"""What a command prints: results on standard output, complaints on standard error, secrets nowhere."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable

import httpx
from woodpecker_auth.redaction import redact, redact_bytes, redact_headers

# What terminals may take for a command. JSON escapes those below the space by itself.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Output:
    """Where a command prints.

    Args:
        secrets: shown as `***` wherever they occur.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = list(secrets)

    def body(self, data: bytes) -> None:
        """A body: as JSON if it is that, else the bytes as they are."""
        try:
            # Infinity and NaN, which Python reads and writes, are no JSON.
            text = json.dumps(json.loads(data), indent=2, ensure_ascii=False, allow_nan=False)
        except (ValueError, RecursionError):
            self._write(redact_bytes(data, self._secrets))
        else:
            self._json(text)

    def head(self, first_line: str, headers: httpx.Headers) -> None:
        """A status or a request line, the headers, and an empty line."""
        lines = [first_line]
        for name, value in redact_headers(headers, self._secrets).raw:
            lines.append(f"{name.decode('latin-1')}: {value.decode('latin-1')}")
        text = redact(_escaped("\n".join(lines)), self._secrets)
        self._write(f"{text}\n\n".encode("utf-8", "backslashreplace"))

    def complain(self, message: str) -> None:
        text = _escaped(redact(message, self._secrets)).encode("utf-8", "backslashreplace")
        print(f"woodpecker: {text.decode()}", file=sys.stderr)

    def _json(self, text: str) -> None:
        """With colours on a terminal, unless NO_COLOR is set."""
        text = _escaped(redact(text, self._secrets))
        if _in_colour():
            from rich.console import Console
            from rich.highlighter import JSONHighlighter

            Console().print(JSONHighlighter()(text), soft_wrap=True)
        else:
            self._write(f"{text}\n".encode("utf-8", "backslashreplace"))

    def _write(self, data: bytes) -> None:
        # The bytes are the same whatever encoding the terminal has, and line ends stay as they are.
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _in_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _escaped(text: str) -> str:
    """The text without control characters, each written as JSON would."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
