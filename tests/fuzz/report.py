"""The two tables that a run of the fuzzing ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from .contract import operations
from .reach import UNREACHABLE
from .table import REACHABLE, REFUSALS


def answers(hits: Counter[tuple[str, int]]) -> Iterator[str]:
    """Operation by status. Empty: not documented; `-`: documented and never given, `reach.py` says why; `MISSING`."""
    statuses = sorted({status for one in operations().values() for status in one.statuses} | {one for _, one in hits})
    yield f"{'operation':<30}" + "".join(f"{status:>8}" for status in statuses)
    for operation in operations().values():
        cells = (_cell(operation.id, status, hits, status in operation.statuses) for status in statuses)
        yield f"{operation.id:<30}" + "".join(f"{cell:>8}" for cell in cells)


def _cell(name: str, status: int, hits: Counter[tuple[str, int]], documented: bool) -> str:
    count = hits[name, status]
    if not documented:
        return f"{count}?" if count else ""
    return str(count) if count else "-" if (name, status) in UNREACHABLE else "MISSING"


def rows(by_kind: Mapping[str, Counter[int]]) -> Iterator[str]:
    """Row of the decision table by kind of key; `.` where this kind of key does not come."""
    yield f"{'row':<30}" + "".join(f"{kind:>8}" for kind in by_kind)
    for row in sorted(set().union(*REACHABLE.values())):
        cells = (str(counts[row] or ("MISSING" if row in REACHABLE[kind] else ".")) for kind, counts in by_kind.items())
        refusal = REFUSALS.get(row)
        what = "works" if refusal is None else f"{refusal.status} {refusal.detail or refusal.title or 'without a body'}"
        yield f"{f'{row:>2} {what}'[:29]:<30}" + "".join(f"{cell:>8}" for cell in cells)
