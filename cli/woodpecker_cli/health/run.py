"""What `woodpecker mailboxes health` does: reads, prints, and writes the page."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from woodpecker_client import Account, Agency
from woodpecker_runtime.errors import WoodpeckerError
from woodpecker_runtime.options import ClientOptions, connect

from ..exit_status import ExitStatus
from ..failures import message_of, status_of
from ..keys.source import Access, KeySource, access
from ..output import Output
from ..progress import Progress
from ..rows.choice import rows_of
from ..rows.form import Form, form_of
from ..usage import UsageError
from .collect import Collected
from .findings import WORDS, Finding, chosen
from .page_file import PageFile
from .report import HealthReport
from .rows import COLUMNS, IN_A_TABLE, Criteria

# Retries are logged as warnings, which Python prints where nobody handles them.
logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())


def run(given: dict[str, Any]) -> int:
    """Read the mailboxes and show what was found.

    Raises:
        UsageError: something on the command line cannot be used, or the page cannot be written.
    """
    source = KeySource.given(given)
    everyone: bool = given["all_companies"]
    form = _form(given)
    only = _findings("--only", given["only"]) if given["only"] else None
    fail_on = _findings("--fail-on", given["fail_on"])
    criteria = Criteria(datetime.now(UTC), _percent(given["near_limit"]))
    file = None if given["html"] is None else PageFile(given["html"])
    if everyone and (source.scope() is not None or source.client_key):
        raise UsageError("--all-companies is for an agency's HQ key, and goes without --company and --own-account")
    key = access(source)
    output = Output([key.text])
    collected = Collected(criteria, [key.text])
    try:
        failed = _read(collected, source, key, output, everyone=everyone)
    except WoodpeckerError as failure:
        output.complain(message_of(failure))
        return status_of(failure)
    report = collected.report
    if file is None or given["output"] is not None:
        _print(report, only, form, output)
    if file is not None:
        file.write(report)
    output.complain(report.summary())
    if isinstance(collected.failure, KeyboardInterrupt):
        raise collected.failure
    if collected.failure is not None:
        output.complain(message_of(collected.failure))
        return status_of(collected.failure)
    if failed:
        return ExitStatus.SOME_FAILED
    return ExitStatus.FINDINGS if any(report.rows(fail_on)) else ExitStatus.SUCCESS


def _form(given: dict[str, Any]) -> Form:
    form = form_of(given["output"], given["columns"], given["query"], COLUMNS, wide=given["wide"])
    is_narrow = form.name == "table" and not (form.wide or form.columns or form.query)
    return form._replace(columns=IN_A_TABLE) if is_narrow else form


def _read(collected: Collected, source: KeySource, key: Access, output: Output, *, everyone: bool) -> int:
    """Read one account, or those of all companies; the result is how many of these failed."""
    if everyone:
        if key.kind == "client":
            raise UsageError("--all-companies needs the agency's HQ key, and this one is said to be a client's")
        with Progress(output) as progress, Agency(key.text, base_url=key.base_url) as agency:
            collected.read_all(agency, progress)
            progress.end()
            progress.summarise(stopped=collected.failure is not None)
            return progress.failures
    if key.kind == "hq" and source.scope() is None:
        raise UsageError("whose mailboxes? Add --all-companies, --company ID for one client, or --own-account")
    with Account.over(connect(key.key, source.scope(), key.url, ClientOptions()), owner=True) as account:
        collected.read_account(account)
    return 0


def _print(report: HealthReport, only: frozenset[Finding] | None, form: Form, output: Output) -> None:
    rows = rows_of(form, output, is_list=True)
    for row in report.rows(only):
        rows.add(row.record())
    rows.end()


def _findings(option: str, words: Sequence[str]) -> frozenset[Finding]:
    try:
        return chosen(words)
    except KeyError:
        raise UsageError(f"{option} should be one of {', '.join(WORDS)}") from None


def _percent(text: str | None) -> float:
    try:
        percent = 90.0 if text is None else float(text)
    except ValueError:
        percent = 0.0
    if not 0 < percent <= 100:
        raise UsageError("--near-limit should be a percentage, above 0 and up to 100")
    return percent
