"""The auth plugin on the client that openapi-python-client makes when left alone."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import httpx
import pytest
from openapi_python_client import generate
from openapi_python_client.config import Config, ConfigFile, MetaType
from woodpecker_auth import HQKey, PolicyError, PolicyTransport

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"


def test_the_header_policy_holds_on_stock_functions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ConfigFile(post_hooks=[], package_name_override="stock_client")
    config = Config.from_sources(options, MetaType.NONE, SPEC, "utf-8", True, tmp_path / "stock_client")
    assert not generate(config=config)
    monkeypatch.syspath_prepend(tmp_path)
    list_mailboxes = importlib.import_module("stock_client.api.mailboxes.list_mailboxes")
    client_type = importlib.import_module("stock_client.client").Client

    sent: list[httpx.Request] = []
    network = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200, json=[]))
    client = client_type(
        base_url="https://api.woodpecker.co/rest", httpx_args={"transport": PolicyTransport(HQKey("hq"), network)}
    )
    assert list_mailboxes.sync(client=client, x_company_id=7) == []
    assert (sent[0].headers["x-api-key"], sent[0].headers["x-company-id"]) == ("hq", "7")
    # Stock output sends None as the text "None", and nothing at all when the argument is forgotten.
    for forgotten in ({"x_company_id": None}, {}):
        with pytest.raises(PolicyError):
            list_mailboxes.sync(client=client, **forgotten)
    assert len(sent) == 1
    for name in [name for name in sys.modules if name.startswith("stock_client")]:
        del sys.modules[name]
