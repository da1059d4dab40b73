"""The runtime of a leading pydantic SDK: that of the `openai` package, which Stainless generates SDKs around.

There is no such SDK for this API. Its client is pointed at the mock and gets models of this spec, made by
datamodel-code-generator on its `BaseModel`; requests go through `client.get(path, cast_to=...)`, as those of its own
methods do.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from typing import Any

import httpx
from openai import AsyncOpenAI, OpenAI

from . import CALLS, PATHS, Blocking, Given, InAsyncio
from .generated import importable

MODELS = "stock_pydantic_models"


def _calls(given: Given, client: Any) -> dict[str, Any]:
    importable(given.folder)
    models: Any = import_module(MODELS)
    types = {"me": models.Me, "50 companies": models.CompanyPage, "20 mailboxes": list[models.Mailbox]}

    def get(call: str) -> Any:
        path, query = PATHS[call].partition("?")[::2]
        options = {"headers": given.request(call)[1]}
        if query:
            options["params"] = dict([query.split("=")])
        return lambda: client.get(path, cast_to=types[call], options=options)

    return {call: get(call) for call in CALLS}


@contextmanager
def blocking(given: Given) -> Iterator[Blocking]:
    with httpx.Client(trust_env=False) as http:
        with OpenAI(api_key=given.key, base_url=given.base_url, http_client=http) as client:
            yield _calls(given, client)


@asynccontextmanager
async def in_asyncio(given: Given) -> AsyncIterator[InAsyncio]:
    async with httpx.AsyncClient(trust_env=False) as http:
        async with AsyncOpenAI(api_key=given.key, base_url=given.base_url, http_client=http) as client:
            yield _calls(given, client)
