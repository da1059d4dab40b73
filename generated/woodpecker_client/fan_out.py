# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""One piece of work for every client company, in parallel over companies.

A listing and the work go on side by side: companies are worked for while later pages are still to come. As many
companies as there are workers are looked at ahead of the caller, so thousands of them take no more memory than a few.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Semaphore, Thread
from typing import Any, Generic, TypeAlias, TypeVar, cast

from attrs import frozen

from .errors import CompanyInactive
from .models.company import Company
from .paging import AsyncPaginator, Paginator

T = TypeVar("T")

#: Companies worked for at once, unless said otherwise: as many as there are connections, or as threads are useful.
DEFAULT_CONCURRENCY = 100
DEFAULT_THREADS = 64

#: Called with the numbers of outcomes so far, of companies in all (None until it is known), and of errors so far.
OnProgress: TypeAlias = Callable[[int, int | None, int], object]


@frozen
class Outcome(Generic[T]):
    """What became of the work for one company.

    Attributes:
        company: the company.
        result: what the work returned; None if it failed.
        error: what the work raised; None if it did not. `CompanyInactive` for a company that is switched off and was
            left alone.
    """

    company: Company
    result: T | None = None
    error: BaseException | None = None

    def unwrap(self) -> T:
        """The result.

        Raises:
            BaseException: `error`, if there is one.
        """
        if self.error is not None:
            raise self.error
        return cast("T", self.result)


class Plan:
    """Which companies to work for, how many at once, and how far it has come."""

    def __init__(
        self, active: bool | None, concurrency: int, on_progress: OnProgress | None
    ) -> None:
        """
        Args:
            active: True to work for the active companies and report the others, False for the inactive ones only,
                None for all.
            concurrency: companies worked for at once.
            on_progress: see `OnProgress`.

        Raises:
            ValueError: `concurrency` is below 1.
        """
        if type(concurrency) is not int or concurrency < 1:
            raise ValueError(f"concurrency is an integer of at least 1, not {concurrency!r}")
        self.concurrency = concurrency
        self._leave_inactive = active is True
        self._on_progress = on_progress
        self._done = self._failed = 0

    def leaves_alone(self, company: Company) -> CompanyInactive | None:
        """The error of a company that nothing is sent for."""
        if company.active or not self._leave_inactive:
            return None
        error = CompanyInactive(f"company {company.id} is switched off, so nothing was sent for it")
        error.company, error.detail = company.id, "Company is inactive"
        return error

    def count(self, outcome: Outcome[Any], total: int | None) -> None:
        self._done += 1
        self._failed += outcome.error is not None
        if self._on_progress is not None:
            self._on_progress(self._done, total, self._failed)


async def fan_out_async(
    companies: AsyncPaginator[Company, Any], work: Callable[[Company], Awaitable[T]], plan: Plan
) -> AsyncGenerator[Outcome[T], None]:
    """Outcomes as they complete. What still runs when the iteration ends is cancelled and waited for."""
    todo: asyncio.Queue[Company | None] = asyncio.Queue(plan.concurrency)
    done: asyncio.Queue[Outcome[T] | None] = asyncio.Queue()
    room = asyncio.Semaphore(plan.concurrency)

    async def discover() -> None:
        async for company in companies:
            await todo.put(company)

    async def one(company: Company) -> Outcome[T]:
        if (error := plan.leaves_alone(company)) is not None:
            return Outcome(company, error=error)
        try:
            return Outcome(company, await work(company))
        except Exception as failure:
            return Outcome(company, error=failure)
        except asyncio.CancelledError as cancelled:
            # Somebody else's task, which the work waited for, may have been cancelled; this one was not.
            this = asyncio.current_task()
            if this is None or this.cancelling():
                raise
            return Outcome(company, error=cancelled)

    async def worker() -> None:
        while (company := await todo.get()) is not None:
            await room.acquire()
            done.put_nowait(await one(company))
        todo.put_nowait(None)  # for the next worker

    async def work_all() -> None:
        try:
            await asyncio.wait([discovery])
            await todo.put(None)
            await asyncio.gather(*workers)
        finally:
            done.put_nowait(None)

    discovery = asyncio.create_task(discover())
    workers = [asyncio.create_task(worker()) for _ in range(plan.concurrency)]
    whole = asyncio.create_task(work_all())
    try:
        while (outcome := await done.get()) is not None:
            plan.count(outcome, companies.total)
            yield outcome
            room.release()
        await whole
        await discovery
    finally:
        tasks = [whole, discovery, *workers]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def fan_out(
    companies: Paginator[Company, Any], work: Callable[[Company], T], plan: Plan
) -> Generator[Outcome[T], None, None]:
    """Outcomes as they complete. When the iteration ends, what runs is waited for, and nothing new begins."""
    done: SimpleQueue[Outcome[T] | BaseException | None] = SimpleQueue()
    room = Semaphore(plan.concurrency)
    stop = Event()
    begun = ended = 0

    def one(company: Company) -> None:
        if stop.is_set():
            return
        try:
            error = plan.leaves_alone(company)
            outcome = (
                Outcome[T](company, error=error)
                if error is not None
                else Outcome(company, work(company))
            )
        except BaseException as failure:
            outcome = Outcome[T](company, error=failure)
        done.put(outcome)

    def discover() -> None:
        nonlocal begun
        failure = None
        try:
            for company in companies:
                room.acquire()
                if stop.is_set():
                    break
                begun += 1
                threads.submit(one, company)
        except BaseException as broken:
            failure = broken
        done.put(failure)

    discovered, failure = False, None
    threads = ThreadPoolExecutor(plan.concurrency, thread_name_prefix="across-companies")
    discovery = Thread(target=discover, name="across-companies-listing", daemon=True)
    discovery.start()
    try:
        while not discovered or ended < begun:
            outcome = done.get()
            if not isinstance(outcome, Outcome):
                discovered, failure = True, outcome
                continue
            ended += 1
            plan.count(outcome, companies.total)
            yield outcome
            room.release()
        if failure is not None:
            raise failure
    finally:
        stop.set()
        room.release()
        discovery.join()
        threads.shutdown(cancel_futures=True)
