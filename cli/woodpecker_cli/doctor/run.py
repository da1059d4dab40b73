"""What `woodpecker doctor` does: one check after the other, each printed as it ends."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from woodpecker_auth.redaction import redact
from woodpecker_client import Agency
from woodpecker_runtime.errors import WoodpeckerError

from ..exit_status import ExitStatus
from ..failures import message_of
from ..inputs import company_id
from ..keys.source import Access, KeySource, access
from ..output import Output
from ..rows.choice import rows_of
from ..rows.form import form_of
from ..usage import UsageError
from .check import Check, Result
from .lines import Lines
from .machine import settings, versions
from .server import Attempts, server

# Retries are logged as warnings, which Python prints where nobody handles them.
logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())


def run(given: dict[str, Any]) -> int:
    """Look, and say what was found.

    Raises:
        UsageError: something on the command line cannot be used.
    """
    form = form_of(given["output"], None, None, Check._fields, wide=False)
    company = None if given["company"] is None else company_id(given["company"])
    key: Access | UsageError
    try:
        key = access(KeySource.given({**given, "company": None}))
    except UsageError as wrong:
        key = wrong
    secrets = [] if isinstance(key, UsageError) else [key.text]
    output = Output(secrets)
    rows = Lines(output) if form.name == "table" else rows_of(form, output, is_list=True)
    has_failed = False
    for name, result, found, advice in _checks(key, company):
        # Before the text is broken over lines, where a secret would not be recognised.
        rows.add({"name": name, "result": result.value, "found": redact(found, secrets), "advice": advice})
        has_failed |= result is Result.FAIL
    rows.end()
    return ExitStatus.API_ERROR if has_failed else ExitStatus.SUCCESS


def _checks(key: Access | UsageError, company: int | None) -> Iterator[Check]:
    yield versions()
    if isinstance(key, UsageError):
        yield Check("key", Result.FAIL, str(key), "woodpecker doctor needs the key that it is to look at")
        return
    try:
        yield from settings(key)
    except WoodpeckerError as refused:
        yield Check("settings", Result.FAIL, message_of(refused), "Nothing was sent. Correct it, and run it again")
        return
    attempts = Attempts()
    # Which kind of key it is, is to be found out: with a client's, agency routes are refused by the API.
    with Agency(key.text, base_url=key.base_url, hooks=[attempts]) as agency:
        yield from server(agency, attempts, key.kind, company)
