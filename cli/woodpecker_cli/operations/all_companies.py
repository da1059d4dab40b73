"""A read for every client company of the agency at once."""

from __future__ import annotations

from contextlib import closing
from typing import Any, cast

from woodpecker_client import Agency, Outcome
from woodpecker_runtime.errors import CompanyInactive, WoodpeckerError

from ..exit_status import ExitStatus
from ..failures import message_of
from ..keys.source import Access
from ..output import Output
from ..progress import Progress
from ..rows.choice import rows_of
from ..rows.form import Form, Rows
from ..rows.records import VALUE
from ..usage import UsageError
from .task import Task, records_of


def run_for_all(task: Task, key: Access, form: Form, output: Output) -> int:
    """Print the results as they come, each with its company, and at the end how many failed.

    Raises:
        KeyboardInterrupt: after what was done so far has been printed.
        WoodpeckerError: the companies could not be listed, or not all of them; likewise.
    """
    if key.kind == "client":
        raise UsageError("--all-companies needs the agency's HQ key, and this one is said to be a client's")
    rows = rows_of(form, output, is_list=True)
    with Progress(output) as progress, Agency(key.text, base_url=key.base_url) as agency:
        outcomes = agency.across_companies(lambda account: list(records_of(task, account)), on_progress=progress.count)
        stopped: BaseException | None = None
        try:
            # Closed before the rest is printed: what runs is waited for.
            with closing(outcomes):
                for outcome in outcomes:
                    with output.at_once():
                        _show(outcome, rows, progress)
        except (KeyboardInterrupt, WoodpeckerError) as failure:
            stopped = failure
        progress.end()
        rows.end()
        progress.summarise(stopped=stopped is not None)
        if stopped is not None:
            raise stopped
        return ExitStatus.SOME_FAILED if progress.failures else ExitStatus.SUCCESS


def _show(outcome: Outcome[list[Any]], rows: Rows, progress: Progress) -> None:
    company = outcome.company
    match outcome.error:
        case None:
            named: dict[str, Any] = {"company": {"id": company.id, "name": company.name}}
            for record in outcome.unwrap():
                rows.add(named | (cast("dict[str, Any]", record) if isinstance(record, dict) else {VALUE: record}))
        case CompanyInactive():
            progress.skipped()
        case WoodpeckerError():
            progress.failed(f"{company.id} {company.name}", message_of(outcome.error))
        case _:
            raise outcome.error
