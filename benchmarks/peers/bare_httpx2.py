"""Bare httpx2 and `response.json()`."""

from __future__ import annotations

from functools import partial

import httpx2

from . import bare_httpx

blocking = partial(bare_httpx.blocking, library=httpx2)
in_asyncio = partial(bare_httpx.in_asyncio, library=httpx2)
