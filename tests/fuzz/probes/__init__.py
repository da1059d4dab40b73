"""Requests that are chosen, not generated: what random data would hardly hit, or could not check."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator
from typing import Any

from woodpecker_mock.world.sample_worlds import default_world

from ..finding import Enough, Run
from . import accounts, companies, connecting, faults, paging, policy, queue, texts
from .harness import set_up

# What sends most comes last: a run that looks for one bug ends when it is found.
PROBES = (accounts, companies, connecting, texts, paging, faults, queue, policy)


def probes(kind: str, transport: str, settings: dict[str, Any], run: Run) -> Iterator[None]:
    """Each probe with a mock of its own; pauses after each.

    Args:
        settings: more arguments for the mock.
    """
    for one in PROBES:
        try:
            asyncio.run(_probe(one, kind, transport, settings, run))
        except Enough:
            raise
        except Exception as error:
            # A broken mock can break the probe, too; its text could quote anything.
            at = traceback.extract_tb(error.__traceback__)[-1]
            run.found(
                "crash", one.__name__.rpartition(".")[2], f"{type(error).__name__} in {at.name}, line {at.lineno}"
            )
        yield


async def _probe(module: Any, kind: str, transport: str, settings: dict[str, Any], run: Run) -> None:
    world = module.world() if hasattr(module, "world") else default_world()
    async with set_up(kind, transport, settings, run, world) as one:
        await module.probe(one)
