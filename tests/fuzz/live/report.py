"""What a run leaves behind: names, statuses and counts, and nothing that was in the responses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from .allowed import Allowed
from .run import Run


def markdown(run: Run, operations: Iterable[Allowed], account: str) -> str:
    """The report.

    Args:
        account: whose account was read, in words.
    """
    return "\n".join(
        [
            *_facts(run, account),
            *_requests_by_operation(run, operations),
            *_failures(run),
            "",
            str(run.observer.report()),
        ]
    )


def summary(run: Run) -> str:
    """The same in a few lines."""
    kinds = [one.kind for one in run.observer.report().contradictions]
    found = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)) or "none"
    return "\n".join(
        (
            f"{run.transport.sent} requests; {run.ended}.",
            f"Where responses contradict the spec: {found}.",
            f"What only schemathesis objects to: {len(run.failures) or 'nothing'}.",
        )
    )


def write(report: str, path: Path) -> None:
    """Put the report there, whole or not at all."""
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(report)
            file.close()
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def _facts(run: Run, account: str) -> Iterator[str]:
    yield "# A real account and the spec"
    yield f"\n{account} {run.transport.sent} requests were sent, one at a time. It ended because: {run.ended}."
    yield "Values are not shown, and no name that may be one."


def _requests_by_operation(run: Run, operations: Iterable[Allowed]) -> Iterator[str]:
    yield "\n| operation | requests | responses |\n| --- | --- | --- |"
    for one in operations:
        counts = {status: times for (id, status), times in sorted(run.statuses.items()) if id == one.id}
        responses = ", ".join(f"{times} × {status or 'none'}" for status, times in counts.items())
        yield f"| {one.id} | {sum(counts.values())} | {responses or _why_not(run, one)} |"


def _why_not(run: Run, one: Allowed) -> str:
    for parameter, sources in one.sources.items():
        if not sources:
            return f"not sent: no operation that was allowed lists a {parameter}"
        if not run.listed.ids(one.id, parameter):
            return f"not sent: the account listed no {parameter}"
    return "not sent: the run was over"


def _failures(run: Run) -> Iterator[str]:
    if run.failures:
        yield "\nOnly schemathesis objects to:\n"
    for (operation, status, failure), times in sorted(run.failures.items()):
        yield f"- {operation}, {status}: {failure} ({times})"
