"""The CPU and wall time of one call by each client, one after the other over one connection.

Each client has a process of its own. Their measurements alternate within a round, in the opposite order in every second
round, so that what slows the machine down for a while slows all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from .figures import Figure, at_most, ratios
from .peers import CALLS, PEERS, Given
from .peers.worker import worker
from .servers import serving

ROUNDS, TIMES = int(os.environ.get("BENCH_CALL_ROUNDS", "11")), 40
FORMS = ("blocking", "asyncio")
GOALS = {
    "blocking": {"me": 0.85, "50 companies": 1.0, "20 mailboxes": 1.05},
    "asyncio": {"me": 0.8, "50 companies": 1.0, "20 mailboxes": 1.0},
}

#: By form, call, client, and `cpu` or `wall`: microseconds of one call in each round.
Costs = dict[str, dict[str, dict[str, dict[str, list[float]]]]]


def call_costs(folder: Path) -> Costs:
    """Every call of every client in every form; `folder` has the generated ones."""
    with serving(50, 0.0, mailboxes=10) as server:
        given = Given(server.base_url, server.key, server.companies[19], str(folder))
        return {form: _of_form(form, given) for form in FORMS}


def _of_form(form: str, given: Given) -> dict[str, dict[str, dict[str, list[float]]]]:
    peers = [peer for peer in PEERS if form in peer.forms]
    costs = {call: {peer.name: {"cpu": list[float](), "wall": list[float]()} for peer in peers} for call in CALLS}
    with ExitStack() as open_workers:
        workers = {peer.name: open_workers.enter_context(worker(peer, form, given)) for peer in peers}
        for number in range(ROUNDS):
            for call in CALLS:
                for name in [*workers] if number % 2 else reversed([*workers]):
                    cpu, wall = workers[name].measure(call, TIMES)
                    costs[call][name]["cpu"].append(cpu)
                    costs[call][name]["wall"].append(wall)
    return costs


def judged(costs: Costs) -> Iterator[Figure]:
    """This client's calls by bare httpx's, in CPU time."""
    for form, goals in GOALS.items():
        for call, goal in goals.items():
            typed, bare = (costs[form][call][name]["cpu"] for name in ("woodpecker-client", "httpx"))
            yield at_most(
                f"CPU of a typed call, {form}: {call}, by bare httpx with json()",
                goal,
                ratios(typed, bare),
                f"{median(typed):.0f} and {median(bare):.0f} µs",
            )
