"""Routes of the vendor that are not part of the spec and that programs use all the same, to test a key.

https://developers.woodpecker.co/docs/users/get-users
"""

from __future__ import annotations

from functools import cache
from typing import Any

from .operations import SpecOperation, spec_operation

_RESPONSES = {
    "400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound", "409": "Conflict",
    "429": "TooManyRequests", "500": "InternalServerError",
}  # fmt: skip

_LIST_USERS: dict[str, Any] = {
    "operationId": "listUsers",
    "x-route-family": "account",
    "x-pagination": {
        "first": 0,
        "page": "page",
        "page_size": 50,
        "items": "/content",
        "total_items": ["/pagination_data/total_elements"],
        "total_pages": ["/pagination_data/total_pages"],
    },
    "parameters": [
        {"$ref": "#/components/parameters/PageFromZero"},
        {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["+id", "-id"]}},
    ],
    "responses": {
        "200": {"content": {"application/json": {"schema": {"type": "object", "required": ["content"]}}}},
        **{status: {"$ref": f"#/components/responses/{name}"} for status, name in _RESPONSES.items()},
    },
}


@cache
def operations_outside() -> dict[str, SpecOperation]:
    """Each by an id in the style of the spec's."""
    return {"listUsers": spec_operation("/v2/users", "get", {"get": _LIST_USERS})}
