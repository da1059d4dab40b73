"""Remove e-mail addresses from the URLs in httpx's log records: the query, and segments of the path with an `@`.

httpx logs each request with its whole URL at INFO. https://www.python-httpx.org/logging/
"""

from __future__ import annotations

import logging
import re
from typing import Any

# An attribute of the object, not a set of texts: another client may send an equal URL, and log it in full.
_ATTRIBUTE = "_woodpecker_hides_query"

# A segment of a path. The client's generated methods have none; `request` takes any path.
_ADDRESS = re.compile(r"(?<=/)[^/]*(?:@|%40)[^/]*")


def hide_query(url: Any) -> None:
    """Keep the query of this URL object of httpx or httpx2, and addresses in its path, out of log records.

    Copies need a call of their own.
    """
    setattr(url, _ATTRIBUTE, True)


class _QueryFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without_addresses, record.args))
        return True


def _without_addresses(value: object) -> object:
    if getattr(value, _ATTRIBUTE, False) is not True:
        return value
    path, mark, _ = str(value).partition("?")
    shown = _ADDRESS.sub("…", path)
    return f"{shown}?…" if mark else shown if shown != path else value


for name in ("httpx", "httpx2"):
    logging.getLogger(name).addFilter(_QueryFilter())
