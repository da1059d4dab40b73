"""The page at `/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 68rem; padding: 0 1rem; color: #1d2330 }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem } th, td { text-align: left; padding: .3rem .7rem }
tr { border-bottom: 1px solid #dde2ea } code { background: #f1f3f7; padding: .1rem .3rem; border-radius: 3px }
.off { color: #8a6d1a } .bad { color: #a3262a }
"""

_JSON_ROUTES = ("state", "snapshot", "settings", "requests", "executed", "limits", "faults")
_LINKS = ", ".join(f"<a href='/_mock/{name}'>{name}</a>" for name in _JSON_ROUTES)


def page(state: dict[str, Any], log: list[dict[str, Any]]) -> str:
    """Agencies with keys and companies, and the last requests with the row of the policy that decided each."""
    agencies = "".join(map(_agency, state["agencies"]))
    requests = _table(
        ("time", "request", "key", "company", "status", "row"),
        (
            [e["time"], f"{e['method']} {e['path']}", e["key"], e["company"], e["status"], e["row"]]
            for e in reversed(log)
        ),
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>woodpecker-mock</title><style>{_STYLE}</style>'
        "<h1>woodpecker-mock</h1><p>A stand-in for the Woodpecker API. Everything here is sample data. The API is "
        f"below <code>/rest</code>; as JSON: {_LINKS}.</p>"
        f"{agencies}<h2>Last requests</h2>{requests if log else '<p>None yet.</p>'}</html>"
    )


def _agency(agency: Mapping[str, Any]) -> str:
    note = (
        ""
        if agency["access"] == "full"
        else f' <small class="bad">{escape(agency["access"].replace("_", " "))}</small>'
    )
    rows = ([c["id"], c["name"], "active" if c["active"] else "inactive", c["client_key"]] for c in agency["companies"])
    head = f"<h2>{escape(agency['name'])}{note}</h2><p>HQ key <code>{escape(agency['hq_key'] or 'none')}</code></p>"
    return head + _table(("company", "name", "state", "client key"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table>"
