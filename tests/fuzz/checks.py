"""The watch as checks of schemathesis, which report a finding together with a command that repeats it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import schemathesis

from .exchange import Got, Sent, headers
from .watch import CHECKS, Problem, Watch

Case: TypeAlias = schemathesis.Case[Any]

_watch: Watch | None = None
_problems: dict[str, list[Problem]] = {}


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Let this watch see what schemathesis sends. Its hooks and checks are for the whole process, so one at a time."""
    global _watch
    _watch = watch
    try:
        yield
    finally:
        _watch = None
        _problems.clear()


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: Case, kwargs: dict[str, Any]) -> None:
    """Write header values as text: a link can carry a company id on as the number it was drawn as."""
    for name, value in list((case.headers or {}).items()):
        if not isinstance(value, str | bytes):
            case.headers[name] = str(value)
    if _watch is not None:
        _watch.before()


@schemathesis.hook
def after_call(context: schemathesis.HookContext, case: Case, response: schemathesis.Response) -> None:
    """Judge at once: the checks of schemathesis send more requests, which may change what is known."""
    if _watch is not None:
        _watch.run.cases += 1
        _problems[case.id] = _watch.after(sent(response), got(response))


def sent(response: schemathesis.Response) -> Sent:
    request = response.request
    body: Any = request.body or b""
    raw = body if isinstance(body, bytes) else body.encode("utf-8")
    return Sent(request.method or "", request.url or "", headers(request.headers.items()), raw)


def got(response: schemathesis.Response) -> Got:
    pairs = [(name, value) for name, values in response.headers.items() for value in values]
    return Got(response.status_code, headers(pairs), response.content or b"")


def _register(name: str) -> None:
    def check(context: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
        told = [problem.text for problem in _problems.get(case.id, ()) if problem.check == name]
        if told:
            raise AssertionError("; ".join(dict.fromkeys(told)))

    check.__name__ = name
    schemathesis.check(check)


for _name in sorted(CHECKS):
    _register(_name)
