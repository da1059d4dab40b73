"""A request for any route below the base URL, described by the spec or not.

It is sent as the generated ones are: this module only makes the `OperationRequest`, and refuses what could be read as
something else than what was meant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal, TypeAlias, cast, get_args

from woodpecker_auth import InvalidValue, Secret
from woodpecker_auth.base_url import company_in_path, route_family

from .arguments import check_integer, check_text, plain
from .drift.names import printable
from .json_body import DEEPEST
from .operation import Operation, OperationRequest
from .parsing import anything, type_error
from .types import UNSET, Unset

#: GET and HEAD have no body. Others, such as OPTIONS, are documented for no route.
Method: TypeAlias = Literal["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
#: `safe`: sent again after any failure that this may mend; `rejected-only`: only if the call certainly did not run.
Retry: TypeAlias = Literal["safe", "rejected-only"]
#: A list is sent as one parameter for each of its values; UNSET is left out.
QueryValue: TypeAlias = str | int | float | date | list[Any] | Unset

_METHODS: tuple[Method, ...] = get_args(Method)
_RETRIES: tuple[Retry, ...] = get_args(Retry)
_READING = ("GET", "HEAD")
_OUTCOME_CHECK = "read what it would have changed. The spec does not describe this route, so it names no call for that."

# RFC 3986: any URL library sends such a path as it is.
_PATH = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+")
_PLAIN_WORD = re.compile(r"[a-z][a-z0-9_-]*")
_COMPANY_ID = re.compile(r"[1-9][0-9]{0,18}")


def any_request(
    method: Method,
    path: str,
    params: Mapping[str, QueryValue] | None,
    json: Any,
    retry: Retry | Unset,
) -> OperationRequest[Any]:
    """The request for these arguments; nothing is sent.

    Args:
        method: in upper case.
        path: below the base URL, without a query.
        params: the query parameters.
        json: the body; None for none. It is copied.
        retry: when it may be sent again; UNSET for `safe` with GET and HEAD, `rejected-only` otherwise.

    Raises:
        InvalidValue: an argument cannot be sent as what it is; the message begins with its name.
        PolicyError: servers may read the path as different routes.
    """
    verb = _one_of(_METHODS, method, "method")
    family = _check_path(path)
    path = plain(path)
    if json is not None and verb in _READING:
        raise InvalidValue(f"json is a body, and {verb} has none: use params")
    usual: Retry = "safe" if verb in _READING else "rejected-only"
    when: Retry = usual if isinstance(retry, Unset) else _one_of(_RETRIES, retry, "retry")
    operation = Operation[Any](
        id="request",
        method=verb,
        path=_template(path),
        family=family,
        retry=when,
        outcome_check=None if when == "safe" else _OUTCOME_CHECK,
        effects=frozenset(),
        has_body=None,
        read=anything,
    )
    return OperationRequest(
        operation,
        path,
        params=None if params is None else _query(params),
        json=None if json is None else _json_value(json, "json"),
        company_id=_company_in(path) if family == "agency" else None,
    )


def _one_of(words: tuple[Any, ...], given: object, name: str) -> Any:
    if not isinstance(given, str) or given not in words:
        wanted = f"{', '.join(words[:-1])} or {words[-1]}"
        # Not what was given: it may be a key in the wrong argument.
        raise InvalidValue(f"{name} should be {wanted}")
    return words[words.index(given)]


def _check_path(path: object) -> Literal["agency", "account"]:
    """The family of the route.

    Asked before httpx resolves dot segments, which would make `/v2/x/../agency` an agency route that nobody wrote.
    """
    check_text(path, "path")
    text = _not_secret(cast("str", path), "path")
    if not text.startswith("/"):
        raise InvalidValue("path should begin with '/': it is below the base URL, without scheme and host")
    for mark, what in (("?", "a query: use params"), ("#", "a fragment, which is never sent")):
        if mark in text:
            raise InvalidValue(f"path should have no {mark!r}, which begins {what}")
    family = route_family(text)
    if not _PATH.fullmatch(text):
        # Curly brackets above all, of a template that was not filled in.
        raise InvalidValue("path holds a character that no path has: write it as a % escape (urllib.parse.quote)")
    return family


def _template(path: str) -> str:
    """The path with `{}` for what may be data: logs and spans keep it, and group by it."""
    return "/".join(part if part in ("", _word(part)) else "{}" for part in path.split("/"))


def _word(part: str) -> str | None:
    """The segment itself if it is a plain word. `printable` knows ids that begin with a letter."""
    return printable(part, None) if _PLAIN_WORD.fullmatch(part) else None


def _company_in(path: str) -> int | None:
    company = company_in_path(path) or ""
    return int(company) if _COMPANY_ID.fullmatch(company) and int(company) < 2**63 else None


def _query(params: object) -> dict[str, Any]:
    if not isinstance(params, Mapping):
        raise type_error(params, "params", "a dict")
    params = cast("Mapping[Any, object]", params)
    query: dict[str, Any] = {}
    # `items` of httpx's QueryParams has one value for each name.
    items: Callable[[], Iterable[tuple[Any, object]]] = getattr(params, "multi_items", params.items)
    for given, value in items():
        where, name = _inside("params", given), plain(given)
        if value is UNSET:
            continue
        if name in query:
            raise InvalidValue(f"{where} is there twice: give a list of its values")
        if not isinstance(value, list):
            query[name] = _query_value(value, where)
        elif parts := [*enumerate(cast("list[object]", value))]:
            query[name] = [_query_value(part, f"{where}[{place}]") for place, part in parts]
        else:
            raise InvalidValue(f"{where} is an empty list, which no query can express: leave it out")
    return query


def _query_value(value: object, where: str) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return date.isoformat(value)
    if isinstance(value, str | bool | int | float):
        return plain(_scalar(_not_secret(value, where), where))
    raise type_error(value, where, "text, a number, a boolean, a date (not a time: write it as text) or a list of them")


def _json_value(value: object, where: str, depth: int = 1) -> Any:
    """A copy in plain dicts and lists: what is sent again is what was sent first, whatever the caller changes."""
    if depth > DEEPEST:
        raise InvalidValue(f"json is nested more than {DEEPEST} levels deep")
    if isinstance(value, dict):
        fields = cast("dict[object, object]", value)
        return {name: _json_value(field, _inside(where, name), depth + 1) for name, field in fields.items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_json_value(item, f"{where}[{place}]", depth + 1) for place, item in enumerate(items)]
    if value is None:
        return None
    if isinstance(value, str | bool | int | float):
        return _scalar(value, where)
    raise type_error(value, where, "text, a number, a boolean, None, a list or a dict")


def _scalar(value: str | float, where: str) -> str | float:
    if isinstance(value, str):
        check_text(value, where)
    elif type(value) is int:
        check_integer(value, where)
    elif type(value) is float:
        if not math.isfinite(value):
            raise InvalidValue(f"{where} should be a finite number")
    elif type(value) is not bool:
        # Of numpy, or an enum: json would write the one as what it is derived from, and a query the other as its name.
        raise type_error(value, where, "a plain int or float")
    return value


def _inside(where: str, name: object) -> str:
    """Where a field is. Its name is shown only if it looks like one."""
    inside = f"{where}.{printable(name, None) if isinstance(name, str) else '<name>'}"
    check_text(name, f"{where}: the name of a field")
    _not_secret(name, inside)
    return inside


def _not_secret(value: Any, where: str) -> Any:
    if isinstance(value, Secret):
        raise InvalidValue(f"{where} is a Secret, and may be shown there: secrets are values in json")
    return value
