"""Operations that have no handler yet: they are answered with the spec's example, and change nothing."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .operation_call import Body, OperationCall


def from_example(call: OperationCall) -> Body:
    """The first example of the success; of a listing, on its first page, and no entries on the others.

    Raises:
        Problem: the path names a company that is not there.
    """
    if "company_id" in call.parameters:
        _ = call.company
    body: Body = deepcopy(call.operation.example)
    if "page" in call.operation.raw.get("x-pagination", {}):
        pagination = call.operation.pagination
        if call.parameters.get(pagination.page, pagination.first) != pagination.first:
            *steps, last = pagination.items.split("/")[1:]
            inner: Any = body
            for step in steps:
                inner = inner[step]
            inner[last] = []
    return body
