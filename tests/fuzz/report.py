"""The two tables that a run of the fuzzing ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from .contract import operations
from .reach import UNREACHABLE
from .table import REACHABLE, REJECTIONS


def response_table(responses: Counter[tuple[str, int]]) -> Iterator[str]:
    """Operation by status. Empty: not documented; `-`: documented and never given, `reach.py` says why; `MISSING`."""
    statuses = sorted(
        {status for one in operations().values() for status in one.statuses} | {one for _, one in responses}
    )
    yield f"{'operation':<30}" + "".join(f"{status:>8}" for status in statuses)
    for operation in operations().values():
        cells = (_cell(operation.id, status, responses, status in operation.statuses) for status in statuses)
        yield f"{operation.id:<30}" + "".join(f"{cell:>8}" for cell in cells)


def _cell(name: str, status: int, responses: Counter[tuple[str, int]], documented: bool) -> str:
    count = responses[name, status]
    if not documented:
        return f"{count}?" if count else ""
    return str(count) if count else "-" if (name, status) in UNREACHABLE else "MISSING"


def row_table(by_kind: Mapping[str, Counter[int]]) -> Iterator[str]:
    """Row of the decision table by kind of key; `.` where this kind of key does not come."""
    yield f"{'row':<30}" + "".join(f"{kind:>8}" for kind in by_kind)
    for row in sorted(set().union(*REACHABLE.values())):
        cells = (str(counts[row] or ("MISSING" if row in REACHABLE[kind] else ".")) for kind, counts in by_kind.items())
        rejection = REJECTIONS.get(row)
        what = (
            "works"
            if rejection is None
            else f"{rejection.status} {rejection.detail or rejection.title or 'without a body'}"
        )
        yield f"{f'{row:>2} {what}'[:29]:<30}" + "".join(f"{cell:>8}" for cell in cells)
