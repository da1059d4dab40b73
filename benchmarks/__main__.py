"""Measures, compares with the goals, and writes results.md, results.json and results.svg: `nox -s bench`.

A client or a tool that is missing or fails ends it before anything is written.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import monotonic

from .account_view import account_view
from .all_companies import all_companies, by_number_of_accounts, by_stock_httpx
from .chart import draw
from .figures import Figure
from .generator_speed import generator_speed
from .imports import imports
from .lane_cost import lane_share
from .many_companies import many_companies
from .mock_programs import prism_version
from .mock_speed import mock_speed
from .mock_start import mock_start
from .peers.generated import generate_peers
from .table import report
from .typed_calls import Costs, call_costs, judged

HERE = Path(__file__).parent


def measured(costs: Costs, folder: Path) -> Iterator[Figure]:
    """All figures, in the order of the report; `folder` is for certificates."""
    yield from judged(costs)
    yield from account_view()
    yield from imports()
    yield from lane_share()
    for many in (500, 5000):
        yield from all_companies(many)
        yield from all_companies(many, folder)
    yield from many_companies()
    yield from by_number_of_accounts()
    yield from by_stock_httpx()
    yield from mock_speed()
    yield from mock_start()
    yield from generator_speed()


def main() -> int:
    began, figures = monotonic(), list[Figure]()
    prism = prism_version()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate_peers(folder)
        costs = call_costs(folder)
        for figure in measured(costs, folder):
            print(f"[{monotonic() - began:3.0f} s] {figure.what}: {figure.measured}", flush=True)
            figures.append(figure)
    raw = {"figures": [asdict(one) for one in figures], "calls, µs": costs}
    (HERE / "results.json").write_text(json.dumps(raw, indent=1, ensure_ascii=False) + "\n")
    (HERE / "results.md").write_text(report(figures, costs, prism))
    draw(costs, HERE / "results.svg")
    missed = [one for one in figures if one.kept is False]
    for one in missed:
        print(f"not kept: {one.what}: {one.measured}, {one.goal}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
