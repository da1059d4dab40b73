"""The oracle as checks of schemathesis, which report a finding together with a command that repeats it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import schemathesis

from .messages import ReceivedResponse, SentRequest, headers
from .oracle import CHECKS, Oracle, Problem

Case: TypeAlias = schemathesis.Case[Any]

_oracle: Oracle | None = None
_problems: dict[str, list[Problem]] = {}


@contextmanager
def observed_by(oracle: Oracle) -> Iterator[None]:
    """Pass what schemathesis sends to this oracle. Its hooks and checks are for the whole process, so one at a time."""
    global _oracle
    _oracle = oracle
    try:
        yield
    finally:
        _oracle = None
        _problems.clear()


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: Case, kwargs: dict[str, Any]) -> None:
    """Write header values as text: a link can carry a company id on as the number it was drawn as."""
    for name, value in list((case.headers or {}).items()):
        if not isinstance(value, str | bytes):
            case.headers[name] = str(value)
    if _oracle is not None:
        _oracle.before()


@schemathesis.hook
def after_call(context: schemathesis.HookContext, case: Case, response: schemathesis.Response) -> None:
    """Check at once: the checks of schemathesis send more requests, which may change the world."""
    if _oracle is not None:
        _oracle.run.cases += 1
        _problems[case.id] = _oracle.after(sent(response), received(response))


def sent(response: schemathesis.Response) -> SentRequest:
    request = response.request
    body: Any = request.body or b""
    raw = body if isinstance(body, bytes) else body.encode("utf-8")
    return SentRequest(request.method or "", request.url or "", headers(request.headers.items()), raw)


def received(response: schemathesis.Response) -> ReceivedResponse:
    items = [(name, value) for name, values in response.headers.items() for value in values]
    return ReceivedResponse(response.status_code, headers(items), response.content or b"")


def _register(name: str) -> None:
    def check(context: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
        texts = [problem.text for problem in _problems.get(case.id, ()) if problem.check == name]
        if texts:
            raise AssertionError("; ".join(dict.fromkeys(texts)))

    check.__name__ = name
    schemathesis.check(check)


for _name in sorted(CHECKS):
    _register(_name)
