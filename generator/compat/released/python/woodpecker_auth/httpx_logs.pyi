import httpx
import logging

def hide_query(url: httpx.URL) -> None: ...

class _WithoutQueries(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool: ...
