"""The charts of the page, as SVG. Colours are classes, so that they follow its theme; numbers stand beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from math import pi

from .findings import Level
from .report import ClientHealth, HealthReport
from .rows import used

_LEVELS = tuple(reversed(Level))
_WORDS = {Level.PROBLEM: "Problem", Level.WARNING: "Warning", Level.NOTICE: "Notice", Level.OK: "OK"}
_WIDTH = 360


def charts(report: HealthReport) -> str:
    return "".join(
        f"<figure><figcaption>{escape(title)}</figcaption>{drawn}</figure>"
        for title, drawn in (
            ("Mailboxes by their worst finding", _ring(report)),
            ("Clients with the most findings", _bars(report.clients)),
            ("How much of the daily limit is used", _histogram(report)),
        )
    )


def _svg(height: int, description: str, parts: Iterable[str]) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(description)}">{"".join(parts)}</svg>'


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(text)}</text>'


def _rectangle(x: float, y: float, width: float, height: float, kind: str, title: str = "") -> str:
    inner = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" class="{kind}">{inner}</rect>'
    )


def _ring(report: HealthReport) -> str:
    counts, total = report.levels, report.levels.total()
    told = ", ".join(f"{counts[level]} {_WORDS[level]}" for level in _LEVELS)
    return _svg(190, f"{total} mailboxes: {told}", _ring_parts(report))


def _ring_parts(report: HealthReport) -> Iterator[str]:
    counts, total = report.levels, report.levels.total()
    radius, x, y = 66, 95, 95
    around, begin = 2 * pi * radius, 0.0
    yield f'<circle cx="{x}" cy="{y}" r="{radius}" class="ring track"/>'
    for level in _LEVELS:
        length = around * counts[level] / total if total else 0
        if length:
            yield (
                f'<circle cx="{x}" cy="{y}" r="{radius}" class="ring {level.word}" transform="rotate(-90 {x} {y})" '
                f'stroke-dasharray="{length:.2f} {around - length:.2f}" stroke-dashoffset="{-begin:.2f}"/>'
            )
        begin += length
    yield _text(x, y + 4, f"{total:,}", "big", "middle")
    yield _text(x, y + 24, "mailbox" if total == 1 else "mailboxes", "soft", "middle")
    for number, level in enumerate(_LEVELS):
        top = 40 + 32 * number
        yield _rectangle(205, top, 12, 12, level.word)
        yield _text(225, top + 10.5, _WORDS[level])
        yield _text(350, top + 10.5, f"{counts[level]:,}", "", "end")


def _bars(clients: Iterable[ClientHealth]) -> str:
    def weights(client: ClientHealth) -> tuple[int, ...]:
        return tuple(sum(row.level == level for row in client.rows) for level in _LEVELS if level)

    ranked = sorted(clients, key=lambda one: (*(-count for count in weights(one)), (one.name or "").casefold()))
    shown = [client for client in ranked[:7] if any(weights(client))]
    if not shown:
        return _svg(190, "No client has a finding", [_text(_WIDTH / 2, 95, "No findings", "soft", "middle")])
    most = max(sum(weights(client)) for client in shown)
    parts: list[str] = []
    for number, client in enumerate(shown):
        name, top, left = client.name or str(client.id), 4 + 26 * number, 140.0
        parts.append(_text(130, top + 13, name if len(name) <= 20 else f"{name[:19]}…", "", "end"))
        for level, count in zip(_LEVELS, weights(client), strict=False):
            width = 180 * count / most
            if count:
                parts.append(_rectangle(left, top, width, 17, level.word, f"{name}: {count} {_WORDS[level]}"))
            left += width
        parts.append(_text(left + 6, top + 13, str(sum(weights(client))), "soft"))
    told = "; ".join(f"{client.name or client.id}: {sum(weights(client))}" for client in shown)
    return _svg(190, f"Mailboxes with findings, by client: {told}", parts)


def _histogram(report: HealthReport) -> str:
    bins = [0] * 11
    for row in report.rows():
        if (percent := used(row.sent_today, row.daily_limit)) is not None:
            bins[min(int(percent // 10), 10)] += 1
    names = [f"{10 * number} to {10 * number + 10} %" for number in range(10)] + ["100 %"]
    most, base, step, begin = max(*bins, 1), 150.0, 31.0, 8.0
    parts = [f'<line x1="4" x2="{_WIDTH - 4}" y1="{base}" y2="{base}" class="axis"/>']
    for number, count in enumerate(bins):
        left, height = begin + step * number, 125 * count / most
        kind = "warning" if 10 * number >= report.criteria.near_limit else "ok"
        if count:
            parts.append(_rectangle(left + 2, base - height, step - 4, height, kind, f"{names[number]}: {count}"))
            parts.append(
                _text(left + step / 2, base - height - 4, f"{count:,}", "small" if count > 999 else "", "middle")
            )
        if number % 2 == 0 and number < 10:
            parts.append(_text(left, base + 17, str(10 * number), "soft", "middle" if number else "start"))
    parts.append(_text(begin + step * 10.5, base + 17, "100", "soft", "middle"))
    parts.append(_text(_WIDTH / 2, base + 36, "percent of the daily limit sent today", "soft", "middle"))
    told = ", ".join(f"{name}: {count}" for name, count in zip(names, bins, strict=True) if count)
    return _svg(190, f"Mailboxes by percent of their daily limit: {told or 'none'}", parts)
