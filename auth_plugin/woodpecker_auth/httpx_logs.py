"""httpx's own log records, without the query of the URLs: it may hold the address of a person.

httpx logs each request with its whole URL at INFO. https://www.python-httpx.org/logging/
"""

from __future__ import annotations

import logging
from typing import Any

# On the object, not on its text: equal URLs come and go, each with its own request, and some are not sent by us.
_HIDDEN = "_woodpecker_hides_query"


def hide_query(url: Any) -> None:
    """Keep the query out of log records that show this URL of httpx or httpx2. A copy is to be hidden itself."""
    setattr(url, _HIDDEN, True)


class _WithoutQueries(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(_shown, record.args))
        return True


def _shown(value: object) -> object:
    if getattr(value, _HIDDEN, False) is True and "?" in (text := str(value)):
        return f"{text.partition('?')[0]}?…"
    return value


for name in ("httpx", "httpx2"):
    logging.getLogger(name).addFilter(_WithoutQueries())
