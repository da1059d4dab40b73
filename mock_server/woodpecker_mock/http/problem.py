"""Why a request does not succeed."""

from __future__ import annotations


class Problem(Exception):
    """A response that is no success; without a title it has no body.

    Attributes:
        row: the row of the decision table that rejects the request, if one does.
    """

    def __init__(self, status: int, title: str | None = None, detail: str = "", row: int | None = None) -> None:
        super().__init__(status, title, detail)
        self.status = status
        self.title = title
        self.detail = detail
        self.row = row
