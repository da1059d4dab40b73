"""A report as one page for a browser, which needs nothing beside itself and may run nothing but its own script."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from .charts import charts
from .findings import Finding, Level
from .report import ClientHealth, HealthReport


def page(report: HealthReport) -> str:
    """The page as HTML. No text of the API is markup in it."""
    css, js = _file("page.css"), f"{{\n{_file('table.js')}\n{_file('page.js')}}}"
    made = report.criteria.now
    html = Template(_file("page.html")).substitute(
        policy=f"default-src 'none'; img-src data:; style-src {_hash(css)}; script-src {_hash(js)}; "
        "base-uri 'none'; form-action 'none'",
        css=css,
        js=js,
        whose=escape(report.whose or "Mailboxes"),
        made_at=made.isoformat(timespec="seconds"),
        made_on=made.strftime("%d %B %Y, %H:%M %Z").lstrip("0"),
        read=report.extent(),
        missing=f'<p class="banner"><b>Not complete:</b> {escape(report.missing)}.</p>' if report.missing else "",
        tiles="".join(_tiles(report)),
        charts=charts(report),
        legend="".join(_legend(one, report) for one in Finding),
        data=_data(report),
    )
    # Half a character of UTF-16, which JSON may hold and UTF-8 may not.
    return html.encode("utf-8", "backslashreplace").decode()


def _tiles(report: HealthReport) -> list[str]:
    well = report.levels[Level.OK] + report.levels[Level.NOTICE]
    tiles = [_tile("ok", "ok", well, "Healthy")]
    tiles += [_tile(one.word, one.level.word, report.counts[one], one.label) for one in Finding]
    return tiles


def _tile(show: str, kind: str, count: int, label: str) -> str:
    kinds = f"tile {kind}" if count else "tile none"
    return (
        f'<li><button type="button" class="{kinds}" data-show="{show}" aria-pressed="false"><b>{count:,}</b>'
        f"<span>{escape(label)}</span></button></li>"
    )


def _legend(finding: Finding, report: HealthReport) -> str:
    near = f": {report.criteria.near_limit:g} % or more" if finding is Finding.NEAR_LIMIT else ""
    name = f'<span class="chip {finding.level.word}">{escape(finding.label)}</span>'
    return f"<dt>{name}</dt><dd>{escape(finding.meaning + near)}.</dd>"


def _data(report: HealthReport) -> str:
    """What the script shows, as JSON that ends no element: arrays, because thousands of objects repeat their keys."""
    order = {finding: number for number, finding in enumerate(Finding)}
    data = {
        "near_limit": report.criteria.near_limit,
        "findings": [[one.word, one.label, one.level.word, one.level] for one in Finding],
        "clients": [_client(client) for client in report.clients],
        "mailboxes": [
            [
                number, row.address, row.provider, row.level.word, [order[finding] for finding in row.findings],
                row.error, row.sent_today, row.daily_limit, row.frozen_from, row.frozen_to, row.warmup,
            ]
            for number, client in enumerate(report.clients)
            for row in client.mailboxes
        ],
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _client(client: ClientHealth) -> list[object]:
    counts = client.counts
    mailboxes = client.mailboxes
    error = None if mailboxes else client.rows[0].error
    sent = [row.sent_today for row in mailboxes if row.sent_today is not None]
    limit = [row.daily_limit for row in mailboxes if row.daily_limit is not None]
    totals = len(mailboxes), sum(sent) if sent else None, sum(limit) if limit else None
    return [client.id, client.name, client.level.word, *totals, [counts[finding] for finding in Finding], error]


def _file(name: str) -> str:
    # Not by a path: the package may be in an archive.
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
