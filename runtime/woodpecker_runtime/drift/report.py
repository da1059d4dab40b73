"""How responses differ from the spec, as a report. It holds names, types and counts, and no value that was received."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, TypeAlias, get_args

from attrs import asdict, frozen

Kind: TypeAlias = Literal[
    "undocumented_status",
    "media_type",
    "missing_body",
    "unexpected_body",
    "unreadable_body",
    "undocumented_header",
    "missing_required",
    "type",
    "null",
    "unknown_value",
    "format",
    "limit",
    "undocumented_field",
    "open_field",
    "never_seen_field",
    "never_seen_status",
]
"""What sort of difference it is.

- `undocumented_status`: a status that the operation does not list.
- `media_type`: a body of another media type than the expected one.
- `missing_body`, `unexpected_body`: a body is expected and none came, or the other way round.
- `unreadable_body`: it calls itself JSON and is none, or is nested too deeply to be read.
- `undocumented_header`: a header that is neither expected nor ordinary on the web.
- `missing_required`: a field that is always to be there was not.
- `type`, `null`: a value of another type, or null where the spec knows no null.
- `unknown_value`: outside of an `enum` or of `x-known-values`.
- `format`: a text in another form than `format`, `x-vendor-time` or `pattern` say.
- `limit`: beyond `minimum`, `maxLength` and the like, `int64` among them.
- `undocumented_field`: a field that the spec does not list.
- `open_field`: what stood where the spec does not say what stands there.
- `never_seen_field`: an optional field that never came.
- `never_seen_status`: a status that the operation lists and never returned.
"""

_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}
_NO_CONTRADICTION: frozenset[Kind] = frozenset({"open_field", "never_seen_field", "never_seen_status"})


@frozen
class Mismatch:
    """One difference between the responses of an operation and what the spec says of them.

    Attributes:
        operation: the operationId.
        kind: what sort of difference.
        where: the status, and behind it the path in the body (`200 /content/[]/name`; `[]` is any item, `<name>` any
            name that may be data) or the header (`429 retry-after`).
        what: what was there, such as `string instead of integer`; never a value.
        times: how often it was seen; for what was never seen, how often it could have been.
    """

    operation: str
    kind: Kind
    where: str
    what: str
    times: int

    def __str__(self) -> str:
        return f"{self.kind}: `{self.where}`, {self.what} ({self.times})"


@frozen
class Report:
    """How what was seen differs from what is expected. `str()` of it is Markdown.

    Attributes:
        mismatches: sorted by operation, kind and place; each stands there once, with its count.
        responses: how many responses were looked at.
        spec_version: the version of the spec that they were compared with.
        skipped: values that were not looked at, because they were nested too deeply or too many names were unknown.
    """

    mismatches: tuple[Mismatch, ...]
    responses: int
    spec_version: str
    skipped: int = 0

    @property
    def contradictions(self) -> tuple[Mismatch, ...]:
        """The mismatches that show the spec to be wrong or incomplete: all but those that only add to it."""
        return tuple(one for one in self.mismatches if one.kind not in _NO_CONTRADICTION)

    def to_json(self) -> dict[str, object]:
        """As an object of plain values, for `json.dumps`."""
        return {
            "spec_version": self.spec_version,
            "responses": self.responses,
            "skipped": self.skipped,
            "mismatches": [asdict(one) for one in self.mismatches],
        }

    def __str__(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"# Responses and the spec {self.spec_version}\n"
        yield f"Responses seen: {self.responses}. Contradictions: {len(self.contradictions)}."
        if self.skipped:
            yield f"Values not looked at, nested too deeply or below too many unknown names: {self.skipped}."
        for operation, found in groupby(self.mismatches, key=lambda one: one.operation):
            yield f"\n## {operation}\n"
            unseen: list[Mismatch] = []
            for one in found:
                if one.kind == "never_seen_status":
                    unseen.append(one)
                else:
                    yield f"- {one}"
            if unseen:
                # One line: most operations never meet most of their errors.
                yield f"- never_seen_status: {', '.join(one.where for one in unseen)} ({unseen[0].times})"


def in_order(mismatch: Mismatch) -> tuple[str, int, str, str]:
    """The key that mismatches are sorted by."""
    return mismatch.operation, _ORDER[mismatch.kind], mismatch.where, mismatch.what
