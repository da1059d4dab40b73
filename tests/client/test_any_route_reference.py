"""The examples in docs/reference/any_route.md do what they say, against a server with the vendor's sample responses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.secrets.wire import Reset, as_json, serving

PAGE = (Path(__file__).parents[2] / "docs/reference/any_route.md").read_text(encoding="utf-8")
CAMPAIGNS, WEBHOOK, DOMAINS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

HOOK = {"target_url": "https://example.com/replies", "event": "PROSPECT_REPLIED"}
COMPANY = {"id": 880101, "name": "Pied Piper", "active": True}
RESPONSES: dict[str, Any] = {
    "GET /rest/v1/campaign_list?status=RUNNING%2CPAUSED": [{"id": 1234567, "name": "SaaS CEOs", "status": "RUNNING"}],
    "POST /rest/v1/webhooks/subscribe": {**HOOK, "message": "Subscribed."},
    "GET /rest/v2/webhooks": {"webhooks": [HOOK]},
    "GET /rest/v2/domains": {"domains": [{"domain": "piedpiper.com", "mailboxes_count": 2, "is_ready": True}]},
    "GET /rest/v2/domains/piedpiper.com": {"provider": "GOOGLE", "mailboxes_count": 2, "max_mailboxes": 10},
    "GET /rest/v2/agency/companies?page=1": {
        "content": [COMPANY], "pagination_data": {"total_elements": 1, "total_pages": 1}
    },
}  # fmt: skip


def line_of(request: bytes) -> str:
    """Method and target."""
    return request.partition(b" HTTP/1.1\r\n")[0].decode("ascii")


def vendor(request: bytes) -> Any:
    body = request.partition(b"\r\n\r\n")[2]
    if (json.loads(body) if body else None) != (HOOK if request.startswith(b"POST ") else None):
        return as_json(400, {"title": "Bad request", "status": 400, "detail": "another body than the vendor's"})
    return as_json(200, RESPONSES[line_of(request)])


def losing(request: bytes) -> Any:
    return Reset if request.startswith(b"POST ") else vendor(request)


@pytest.mark.parametrize(
    ("example", "reply", "prints", "last"),
    [
        (CAMPAIGNS, vendor, "1234567 SaaS CEOs RUNNING\n", "GET /rest/v1/campaign_list?status=RUNNING%2CPAUSED"),
        (WEBHOOK, vendor, "Subscribed.\n", "POST /rest/v1/webhooks/subscribe"),
        (WEBHOOK, losing, "subscribed: True\n", "GET /rest/v2/webhooks"),
        (DOMAINS, vendor, "880101 piedpiper.com 2 mailboxes\n", "GET /rest/v2/domains/piedpiper.com"),
    ],
    ids=["campaigns", "webhook", "lost webhook", "domains"],
)
def test_an_example_does_what_it_says(
    example: str,
    reply: Callable[[bytes], Any],
    prints: str,
    last: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(reply) as (base_url, arrived):
        monkeypatch.setenv("WOODPECKER_BASE_URL", base_url)
        monkeypatch.setenv("WOODPECKER_API_KEY", "hq-key")
        exec(example, {})
    assert capsys.readouterr().out == prints
    assert line_of(arrived[-1]) == last
    assert all(b"\r\nx-company-id: 880101\r\n" in one for one in arrived if b"/agency/" not in one)
