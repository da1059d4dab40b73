"""httpx's own log records, without the query of the URLs: it may hold the address of a person.

httpx logs each request with its whole URL at INFO. https://www.python-httpx.org/logging/
"""

from __future__ import annotations

import logging
from weakref import WeakValueDictionary

import httpx

# URLs of requests that are being sent, by their text: another library's URL is another type.
_sent: WeakValueDictionary[str, httpx.URL] = WeakValueDictionary()


def hide_query(url: httpx.URL) -> None:
    """Keep the query out of log records that show this URL, for as long as it lives."""
    if url.query:
        _sent[str(url)] = url


class _WithoutQueries(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if _sent and isinstance(record.args, tuple):
            record.args = tuple(
                f"{text.partition('?')[0]}?…" if "?" in (text := str(value)) and text in _sent else value
                for value in record.args
            )
        return True


for name in ("httpx", "httpx2"):
    logging.getLogger(name).addFilter(_WithoutQueries())
