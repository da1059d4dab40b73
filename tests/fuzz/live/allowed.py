"""The operations that may be called on a real account, and where the ids in their paths come from.

All of it is read from the spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.references import resolved

_BODY = "$response.body#"


@dataclass(frozen=True)
class Source:
    """Where an account lists the values of a path parameter: an operation, and a place in its response.

    Attributes:
        steps: the parts of a JSON pointer; None for every item of a list.
    """

    operation: str
    steps: tuple[str | None, ...]


@dataclass(frozen=True)
class Allowed:
    """An operation that may be called.

    Attributes:
        path: the template below the base URL.
        query: the query parameters that it knows.
        ids: the schema of each path parameter.
        sources: where the values of each path parameter are listed.
    """

    id: str
    path: str
    family: str
    query: frozenset[str]
    ids: dict[str, dict[str, Any]]
    sources: dict[str, tuple[Source, ...]]

    @cached_property
    def matches(self) -> re.Pattern[str]:
        """Of a whole path; the groups are the path parameters."""
        parts = re.split(r"\{(\w+)\}", self.path)
        return re.compile("".join(f"(?P<{part}>[^/]+)" if at % 2 else re.escape(part) for at, part in enumerate(parts)))


def allowed(spec: dict[str, Any], families: frozenset[str]) -> tuple[Allowed, ...]:
    """The operations of these route families that read and do nothing else.

    Only GET: an operation that deletes may be safe to repeat, too. What the spec says nothing about is not called.
    """
    raws = {
        raw["operationId"]: (path, item, raw)
        for path, item in spec["paths"].items()
        if (raw := item.get("get"))
        and raw.get("x-retry") == "safe"
        and raw.get("x-effect") == []
        and raw.get("x-route-family") in families
        and "requestBody" not in raw
    }
    links = [link for name, (_, _, raw) in raws.items() for link in _links(spec, name, raw)]
    return tuple(_allowed(spec, path, item, raw, links) for path, item, raw in raws.values())


def _allowed(
    spec: dict[str, Any], path: str, item: dict[str, Any], raw: dict[str, Any], links: list[tuple[str, str, Source]]
) -> Allowed:
    name = raw["operationId"]
    parameters = [resolved(one, spec) for one in [*item.get("parameters", []), *raw.get("parameters", [])]]
    ids = {one["name"]: one["schema"] for one in parameters if one["in"] == "path"}
    return Allowed(
        id=name,
        path=path,
        family=raw["x-route-family"],
        query=frozenset(one["name"] for one in parameters if one["in"] == "query"),
        ids=ids,
        sources={id: tuple(source for *to, source in links if to == [name, id]) for id in ids},
    )


def _links(spec: dict[str, Any], name: str, raw: dict[str, Any]) -> Iterator[tuple[str, str, Source]]:
    """Operation and parameter that a part of the response is handed on to."""
    for response in raw["responses"].values():
        for link in resolved(response, spec).get("links", {}).values():
            link = resolved(link, spec)
            for parameter, expression in link.get("parameters", {}).items():
                if isinstance(expression, str) and expression.startswith(_BODY):
                    yield link["operationId"], parameter, Source(name, _steps(expression.removeprefix(_BODY)))


def _steps(pointer: str) -> tuple[str | None, ...]:
    """A link can only name one item of a list; what is true of the first is true of all."""
    steps = pointer.split("/")[1:]
    return tuple(None if step.isdigit() else step.replace("~1", "/").replace("~0", "~") for step in steps)
