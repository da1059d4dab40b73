"""Work for every client company in tasks of the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextvars import copy_context
from functools import partial
from inspect import isawaitable
from typing import Any, TypeVar

from woodpecker_auth.event_loop import current_loop

from .errors import InvalidValue, WoodpeckerError
from .fan_out import CompanyLike, CompanyOutcome, Plan
from .paginators import AsyncPaginator

C = TypeVar("C", bound=CompanyLike)
T = TypeVar("T")
OutcomeT = TypeVar("OutcomeT", bound=CompanyOutcome[Any, Any])


async def fan_out_async(
    companies: AsyncPaginator[C, Any],
    work: Callable[[C], Awaitable[T]],
    plan: Plan,
    outcome_of: Callable[[C, T | None, BaseException | None], OutcomeT],
) -> AsyncGenerator[OutcomeT, None]:
    """Outcomes as they complete. What still runs when the iteration ends is cancelled and waited for."""
    loop, context = current_loop(), copy_context()
    room = asyncio.Semaphore(plan.concurrency)
    running: set[asyncio.Task[OutcomeT | KeyboardInterrupt]] = set()
    done: asyncio.Queue[OutcomeT | KeyboardInterrupt | None] = asyncio.Queue()

    async def work_for(company: C) -> OutcomeT | KeyboardInterrupt:
        try:
            if (error := plan.skips(company)) is not None:
                return outcome_of(company, None, error)
            awaited = work(company)
            if not isawaitable(awaited):
                kind = type(awaited).__name__
                raise InvalidValue(f"work should return something to await, as an `async def` does, not {kind}")
            return outcome_of(company, await awaited, None)
        except KeyboardInterrupt as interrupt:
            return interrupt
        except BaseException as failure:
            return outcome_of(company, None, failure)

    def note(company: C, task: asyncio.Task[OutcomeT | KeyboardInterrupt]) -> None:
        running.discard(task)
        try:
            done.put_nowait(task.result())
        except asyncio.CancelledError as cancelled:  # before it began
            done.put_nowait(outcome_of(company, None, cancelled))

    async def work_for_all() -> None:
        try:
            async for company in companies:
                await room.acquire()
                task = context.copy().run(loop.create_task, work_for(company))
                running.add(task)
                task.add_done_callback(partial(note, company))
        finally:
            if running:
                await asyncio.wait(running)

    whole = loop.create_task(work_for_all())
    whole.add_done_callback(lambda _: done.put_nowait(None))
    try:
        while (outcome := await done.get()) is not None:
            if isinstance(outcome, KeyboardInterrupt):
                raise outcome
            plan.count(outcome, companies.total)
            yield outcome
            if current_loop() is not loop:
                raise WoodpeckerError("this across_companies() belongs to another event loop; start another one here")
            room.release()
        await whole
    finally:
        tasks: list[asyncio.Task[Any]] = [whole, *running]
        if current_loop() is loop:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        elif not loop.is_closed():
            for task in tasks:
                loop.call_soon_threadsafe(task.cancel)
