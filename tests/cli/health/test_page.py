"""The page as text: no request, no markup from the API, and only its own script may run. tests/browser opens it."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser

from woodpecker_cli.health.charts import charts
from woodpecker_cli.health.findings import Finding
from woodpecker_cli.health.page import page
from woodpecker_cli.health.report import HealthReport

from .sample import CRITERIA, HOSTILE, client, report, smtp


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.found[-1][0] if self.found else "", []).append(data)


def embedded(html: str) -> dict:
    [text] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(text)


def test_texts_of_the_api_are_no_markup() -> None:
    # So few clients that the hostile one is in the charts.
    html = page(report(6, missing=HOSTILE))
    elements = Elements(html)

    assert [tag for tag, _ in elements.found].count("script") == 2
    assert not [attributes for tag, attributes in elements.found if tag == "img"]
    assert not [name for _, attributes in elements.found for name in attributes if name.startswith("on")]
    # Charts shorten names.
    assert HOSTILE[:17] == "</script><script>" and HOSTILE[:17] not in html
    assert embedded(html)["clients"][0][1] == HOSTILE


def test_nothing_is_requested_and_only_its_own_script_may_run() -> None:
    html = page(report())
    elements = Elements(html)
    links = [attributes.get(name) for _, attributes in elements.found for name in ("href", "src", "action", "style")]

    assert {link for link in links if link} == {"data:,", "#mailboxes"}
    assert not re.search(r"https?://|url\(|@import|\$\{?[a-z_]+\b", html.partition("<script>")[0])
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy is not None and policy[1].startswith("default-src 'none'; ") and "unsafe" not in policy[1]
    for tag in ("script", "style"):
        [inline] = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"'sha256-{b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'" in policy[1]


def test_all_mailboxes_are_in_it() -> None:
    made = report(clients=20, mailboxes=3)
    data = embedded(page(made))

    assert len(data["clients"]) == 20 and len(data["mailboxes"]) == 1 + 16 * 3 == made.levels.total()
    assert sum(sum(one[6]) for one in data["clients"]) == sum(made.counts.values())
    assert [word for word, *_ in data["findings"]] == [finding.word for finding in Finding]


def test_what_is_missing_is_told_at_the_top() -> None:
    assert "Not complete:</b> it was interrupted." in page(report(missing="it was interrupted"))
    assert "Not complete" not in page(report())


def test_a_lone_surrogate_can_be_written() -> None:
    made = HealthReport((client(1, "\ud800", smtp()),), CRITERIA, "\ud800")

    page(made).encode()


def test_charts_of_nothing() -> None:
    assert "0 mailboxes" in charts(HealthReport((), CRITERIA)) and "No client has a finding" in charts(
        HealthReport((), CRITERIA)
    )


def test_the_ring_is_closed() -> None:
    lengths = re.findall(r'stroke-dasharray="([\d.]+) ', charts(report()))

    assert abs(sum(map(float, lengths)) - 414.69) < 0.1
