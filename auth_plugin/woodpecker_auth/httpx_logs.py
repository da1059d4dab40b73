"""Remove the query of URLs from httpx's log records, since it may contain e-mail addresses.

httpx logs each request with its whole URL at INFO. https://www.python-httpx.org/logging/
"""

from __future__ import annotations

import logging
from typing import Any

# An attribute of the object, not a set of texts: another client may send an equal URL, and log it in full.
_ATTRIBUTE = "_woodpecker_hides_query"


def hide_query(url: Any) -> None:
    """Keep the query of this URL object of httpx or httpx2 out of log records. Copies need a call of their own."""
    setattr(url, _ATTRIBUTE, True)


class _QueryFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without_query, record.args))
        return True


def _without_query(value: object) -> object:
    if getattr(value, _ATTRIBUTE, False) is True and "?" in (text := str(value)):
        return f"{text.partition('?')[0]}?…"
    return value


for name in ("httpx", "httpx2"):
    logging.getLogger(name).addFilter(_QueryFilter())
