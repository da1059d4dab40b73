"""The file of the page, which is replaced in one step: whoever opens it sees the old page or the new one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ..usage import UsageError
from .report import HealthReport


class PageFile:
    """Where the page goes.

    Args:
        name: of the file.

    Raises:
        UsageError: it cannot be written there, as far as can be told beforehand.
    """

    def __init__(self, name: str) -> None:
        # A link stays a link: what it leads to is replaced.
        self._path = Path(os.path.realpath(name))
        if self._path.is_dir() or not self._path.parent.is_dir() or not os.access(self._path.parent, os.W_OK):
            raise UsageError("--html should name a file in a folder that exists and can be written to")

    def write(self, report: HealthReport) -> None:
        """Make the page and write it.

        Raises:
            UsageError: it cannot be written; a page that was there before is as it was.
        """
        from .page import page

        data = page(report).encode()
        part = self._path.with_name(f".{self._path.name}.{token_hex(4)}")
        try:
            if self._path.exists() and not self._path.is_file():
                # A device or a pipe, which must not be replaced.
                self._path.write_bytes(data)
                return
            try:
                with part.open("xb") as file:
                    file.write(data)
                part.replace(self._path)
            except BaseException:
                with suppress(OSError):
                    part.unlink()
                raise
        except OSError as failure:
            raise UsageError(f"the file of --html cannot be written: {failure.strerror}") from None
