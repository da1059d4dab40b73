"""What the command of an operation does: one call, or one for each company."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from woodpecker_client.resources.account import AccountRoutes
from woodpecker_client.resources.agency import AgencyRoutes
from woodpecker_runtime.arguments import secrets_in
from woodpecker_runtime.errors import WoodpeckerError
from woodpecker_runtime.options import ClientOptions, connect

from ..dry_run import DryRun, RehearsedError
from ..exit_status import ExitStatus
from ..failures import interruption_told, message_of, status_of
from ..inputs import seconds
from ..keys.source import Access, KeySource, access
from ..output import Output
from ..rows.choice import rows_of
from ..rows.columns import COMPANY_COLUMNS, columns_of
from ..rows.form import Form, form_of
from ..usage import UsageError
from .confirmation import confirmed
from .spec import DescribedOperation
from .task import Task, records_of
from .values import values_of

# Retries are logged as warnings, which Python prints where nobody handles them.
logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())


def run(operation: DescribedOperation, given: dict[str, Any], taken: frozenset[str]) -> int:
    """Do it, and print what it returns.

    Raises:
        UsageError: something on the command line cannot be used.
    """
    everyone = bool(given.get("all_companies"))
    source = KeySource.given(given)
    scope = source.scope()
    if everyone and (scope is not None or source.client_key):
        raise UsageError("--all-companies is for an agency's HQ key, and goes without --company and --own-account")
    form = _form(operation, given, everyone)
    values = values_of(operation, given, taken)
    deadline = given["deadline"]
    settings = {} if deadline is None else {"deadline": seconds(deadline)}
    task = Task(operation, values, settings, operation.shows_secrets or bool(given.get("show_secrets")))
    key = access(source)
    output = Output([key.text, *secrets_in(values)])
    try:
        if given["dry_run"]:
            return _rehearse(task, key, source, output, everyone)
        if everyone:
            from .all_companies import run_for_all

            return run_for_all(task, key, form, output)
        whose = _whose(operation, source)
        if not (given.get("yes") or confirmed(operation, values, whose, output)):
            output.complain("not done: it was not confirmed. Nothing was sent")
            return ExitStatus.REFUSED
        with interruption_told(operation.outcome_check, output):
            return _call(task, key, source, form, output)
    except WoodpeckerError as failure:
        output.complain(message_of(failure))
        return status_of(failure)


def _form(operation: DescribedOperation, given: dict[str, Any], everyone: bool) -> Form:
    known = () if operation.result is None else columns_of(operation.result)
    if everyone:
        known = (*COMPANY_COLUMNS, *known)
    name, columns, query = (given.get(option) for option in ("output", "columns", "query"))
    return form_of(name, columns, query, known, wide=bool(given.get("wide")))


def _whose(operation: DescribedOperation, source: KeySource) -> str:
    if operation.family == "agency":
        return "for the agency"
    if source.company is not None:
        return f"in the account of company {source.company}"
    return "in the HQ's own account" if source.own_account else "in the key's account"


def _rehearse(task: Task, key: Access, source: KeySource, output: Output, everyone: bool) -> int:
    network = DryRun()
    try:
        if everyone:
            source = source._replace(company="1")
        for _ in _results(task, key, source, network):
            pass
    except RehearsedError:
        network.print(output, every_company=everyone)
    return ExitStatus.SUCCESS


def _call(task: Task, key: Access, source: KeySource, form: Form, output: Output) -> int:
    rows = rows_of(form, output, is_list=task.operation.is_list)
    is_any = False
    for record in _results(task, key, source, None):
        rows.add(record)
        is_any = True
    if task.operation.result is not None:
        rows.end()
    elif not is_any:
        output.note(f"Done: {task.operation.summary}.")
    return ExitStatus.SUCCESS


def _results(task: Task, key: Access, source: KeySource, network: DryRun | None) -> Iterator[Any]:
    client = connect(key.key, source.scope(), key.url, ClientOptions(), transport=network)
    try:
        routes = AgencyRoutes(client) if task.operation.family == "agency" else AccountRoutes(client)
        yield from records_of(task, routes)
    finally:
        client.close()
