"""The spec as the oracle reads it, without the mock's code: which operation a request is for, and its form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from tests import references

from .messages import SentRequest

Json = dict[str, Any]

_DOCUMENT = Path(__file__).parents[2] / "spec" / "dist" / "openapi-3.1.json"
_CUT = "/BlacklistPageSize"
"""The one parameter whose larger values are cut instead of rejected, as its description says."""
_METHODS = ("get", "put", "post", "patch", "delete")


class InvalidRequest(Exception):
    """A request that does not fit the spec."""


@dataclass(frozen=True)
class Operation:
    """One operation, with all references resolved."""

    id: str
    method: str
    path: str
    raw: Json

    @property
    def family(self) -> str:
        return cast("str", self.raw["x-route-family"])

    @property
    def paging(self) -> Json:
        """`x-pagination`; empty where one response holds everything."""
        found: Json = self.raw.get("x-pagination", {})
        return found if "page" in found else {}

    @property
    def statuses(self) -> set[int]:
        return {int(code) for code in self.raw["responses"]}

    def documents_body(self, status: int) -> bool | None:
        """Whether a response with this status has a body; None where the spec leaves that open."""
        response = self.raw["responses"].get(str(status))
        if response is None or status == 429 or (status == 403 and self.family == "agency"):
            return None
        return "content" in response

    def has_codes(self, status: int) -> bool:
        """Whether such an error may come as `code` and `details`."""
        content: Json = self.raw["responses"].get(str(status), {}).get("content", {})
        return any("CodeError" in json.dumps(resolved(one["schema"])) for one in content.values())

    def typed(self, sent: SentRequest, texts: dict[str, str]) -> Json:
        """The request's parameters and, as `body`, its body.

        Raises:
            InvalidRequest: it does not fit.
        """
        given: Json = {}
        query = dict(sent.query)
        for listed in self.raw.get("parameters", []):
            one = resolved(listed)
            text = (texts if one["in"] == "path" else query if one["in"] == "query" else {}).get(one["name"])
            if text is not None:
                given[one["name"]] = _value(text, one["schema"], cut=listed.get("$ref", "").endswith(_CUT))
        if "requestBody" in self.raw:
            given["body"] = _body(sent)
            _fitting(given["body"], self.raw["requestBody"]["content"]["application/json"]["schema"])
        return given


@cache
def document() -> Json:
    """The whole document; `int64`, which JSON Schema does not know, as a range, and `x-envelopes` as a choice."""
    return cast("Json", json.loads(_DOCUMENT.read_text(encoding="utf-8"), object_hook=_bounded))


def for_schemathesis() -> Json:
    """The whole document in its own form (3.0), with `x-envelopes` as a choice.

    Without the examples of parameters: schemathesis prefers them to generated values, and would try little else.
    """
    text = _DOCUMENT.with_name("openapi-3.0.json").read_text(encoding="utf-8")
    found = cast("Json", json.loads(text, object_hook=_precise))
    operations = (one for item in found["paths"].values() for method, one in item.items() if method in _METHODS)
    for listed in (found["components"]["parameters"].values(), *(one.get("parameters", ()) for one in operations)):
        for parameter in listed:
            parameter.pop("example", None)
    return found


def _precise(node: Json) -> Json:
    return {"anyOf": node["x-envelopes"]} if "x-envelopes" in node else node


def _bounded(node: Json) -> Json:
    node = _precise(node)
    if node.get("format") == "int64":
        node = {"minimum": -(2**63), "maximum": 2**63 - 1, **node}
    return node


@cache
def operations() -> dict[str, Operation]:
    """All operations by their operationId, in the spec's order."""
    found: dict[str, Operation] = {}
    for path, item in document()["paths"].items():
        for method in _METHODS:
            if method in item:
                raw = dict(item[method])
                raw["responses"] = {code: resolved(response) for code, response in raw["responses"].items()}
                found[raw["operationId"]] = Operation(raw["operationId"], method.upper(), path, raw)
    return found


def operations_at(path: str) -> dict[str, tuple[Operation, dict[str, str]]]:
    """What a path has by method, each with the texts of its path parameters; a slash at the end changes nothing."""
    found: dict[str, tuple[Operation, dict[str, str]]] = {}
    for pattern, operation in _patterns():
        if match := pattern.fullmatch(path.strip("/")):
            found[operation.method] = (operation, match.groupdict())
    return found


@cache
def _patterns() -> list[tuple[re.Pattern[str], Operation]]:
    return [
        (re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", one.path.strip("/"))), one) for one in operations().values()
    ]


def resolved(node: Json) -> Json:
    """What a reference points to."""
    return references.resolved(node, document())


def _value(text: str, schema: Json, cut: bool) -> Any:
    value: Any = text
    if schema["type"] == "integer":
        if not re.fullmatch(r"-?[0-9]{1,1000}", text):
            raise InvalidRequest
        value = min(int(text), schema["maximum"]) if cut else int(text)
    elif schema["type"] == "boolean":
        if text not in ("true", "false"):
            raise InvalidRequest
        value = text == "true"
    _fitting(value, schema)
    return value


def _body(sent: SentRequest) -> Any:
    if sent.header("content-type").partition(";")[0].strip().lower() != "application/json":
        raise InvalidRequest
    try:
        value = json.loads(sent.body.decode("utf-8"), parse_constant=_reject)
        # Half of a surrogate pair is no text, and what is too large for a number is none.
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise InvalidRequest from None
    return value


def _reject(name: str) -> None:
    raise ValueError(name)


# By the schema's identity: the document stays for the whole process.
_validators: dict[int, jsonschema_rs.Draft202012Validator] = {}


def _fitting(value: Any, schema: Json) -> None:
    if id(schema) not in _validators:
        whole = {**schema, "components": document()["components"]}
        _validators[id(schema)] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    if not _validators[id(schema)].is_valid(value):
        raise InvalidRequest
