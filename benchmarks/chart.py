"""The picture of the calls for the README, in SVG that reads on a light and on a dark page."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pygal
from pygal.style import Style

from .figures import ratios
from .peers import CALLS, PEERS
from .typed_calls import Costs

#: Of middle brightness, like the text: none of them needs a background of its own.
COLORS = ("#2f81f7", "#1fa8b8", "#8b949e", "#b08800", "#bf5af2", "#e5534b", "#39a05a")
TEXT, GUIDE = "#7d8590", "#7d859055"
#: pygal centres a value on the end of its bar, where neither reads.
BESIDE = "inline:.text-overlay .value { text-anchor: start }"


def draw(costs: Costs, target: Path) -> None:
    """The CPU of each blocking call of each client, by bare httpx."""
    style = Style(
        background="transparent",
        plot_background="transparent",
        foreground=TEXT,
        foreground_strong=TEXT,
        foreground_subtle=TEXT,
        guide_stroke_color=GUIDE,
        major_guide_stroke_color=GUIDE,
        colors=COLORS,
        opacity="1",
        font_family="sans-serif",
        title_font_size=18,
        label_font_size=14,
        major_label_font_size=14,
        legend_font_size=14,
        value_font_size=12,
        value_colors=(TEXT,) * len(COLORS),
    )
    chart = pygal.HorizontalBar(
        # No script: pages that show it as a picture run none, and it would be fetched from elsewhere.
        js=(),
        css=("file://style.css", "file://graph.css", BESIDE),
        style=style,
        title="CPU of one blocking call; bare httpx with json() = 1.00, shorter is better",
        width=900,
        height=600,
        legend_at_bottom=True,
        legend_at_bottom_columns=3,
        print_values=True,
        print_values_position="top",
        formatter=lambda value: f"{value:.2f}",
        truncate_legend=-1,
        no_prefix=True,
        margin=12,
        margin_bottom=32,
        spacing=16,
    )
    # pygal draws from the bottom up.
    chart.x_labels = CALLS[::-1]
    peers = [peer for peer in PEERS if "blocking" in peer.forms]
    of_form = costs["blocking"]
    for peer in peers:
        name = f"{peer.name} ({peer.results})"
        values = [median(ratios(of_form[call][peer.name]["cpu"], of_form[call]["httpx"]["cpu"])) for call in CALLS]
        chart.add(name, values[::-1])
    target.write_bytes(chart.render())
