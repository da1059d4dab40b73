"""The Postman collection: what openapi-to-postmanv2 makes of the spec, without what is random in it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any

from ..json_value import is_mapping, is_sequence, mapping, sequence
from ..spec import Spec

# Ids have to be unique within the collection, and stay the same as long as what they stand for.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://developers.woodpecker.co/docs/agency-api/authentication-agency")
_COMPANY = "x-company-id"
_PLACES = ("header", "query", "variable")


class CollectionError(Exception):
    """The collection is not one of this spec."""


def settled(collection: dict[str, Any], spec: Spec) -> dict[str, Any]:
    """The collection with fixed ids, and with a variable of its own in place of each random value of a parameter.

    The company header stays switched on: without it, a request with the HQ key acts on the agency's own account.

    Raises:
        CollectionError: its requests and the operations of the spec are not the same.
    """
    _compare(collection, spec)
    names = sorted(_parameters(spec.document))
    result = mapping(_settled(collection, set(names), ()))
    result["variable"] = [*sequence(collection.get("variable")), *({"key": name, "value": ""} for name in names)]
    return result


def _compare(collection: dict[str, Any], spec: Spec) -> None:
    declared = {f"{operation.verb.upper()} {operation.path}" for operation in spec.operations()}
    found = {f"{request['method']} {_path(request['url']['path'])}" for request in _requests(collection)}
    if found != declared:
        raise CollectionError(f"only in one of collection and spec: {', '.join(sorted(found ^ declared))}")


def _path(parts: list[str]) -> str:
    """A path as the spec writes it: Postman has a colon in place of the braces."""
    return "".join(re.sub("^/:(.+)$", r"/{\1}", f"/{part}") for part in parts)


def _requests(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "request" in item:
        yield mapping(item["request"])
    for one in sequence(item.get("item")):
        yield from _requests(mapping(one))


def _parameters(node: Any) -> Iterator[str]:
    """The names of all parameters in the document, once each."""
    found: set[str] = set()
    nodes: list[Any] = [node]
    while nodes:
        one = nodes.pop()
        if is_mapping(one):
            if one.get("in") in ("path", "query", "header") and "schema" in one:
                found.add(str(one["name"]))
            nodes.extend(one.values())
        elif is_sequence(one):
            nodes.extend(one)
    yield from found


def _settled(node: Any, names: set[str], place: tuple[str, ...]) -> Any:
    if is_sequence(node):
        return [_settled(one, names, (*place, str(number))) for number, one in enumerate(node)]
    if not is_mapping(node):
        return node
    result = {key: _settled(value, names, (*place, key)) for key, value in node.items()}
    for key in ("id", "_postman_id"):
        if isinstance(result.get(key), str):
            result[key] = str(uuid.uuid5(_NAMESPACE, "/".join(place)))
    if len(place) > 1 and place[-2] in _PLACES and result.get("key") in names:
        result["value"] = f"{{{{{result['key']}}}}}"
        if result["key"] == _COMPANY:
            result["disabled"] = False
    return result
