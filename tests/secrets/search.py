"""Where a secret can be exposed: everything that prints, logs, stores or traverses objects."""

from __future__ import annotations

import gc
import logging
import pickle
import pprint
import reprlib
import traceback
import types
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from woodpecker_auth.secret import Secret, SecretBytes

from .canaries import spotted

try:
    import rich.console
    import rich.pretty
    import rich.traceback
except ImportError:  # The other printers still print.
    rich = None  # type: ignore[assignment]

#: The packages whose objects are walked.
WALKED = ("woodpecker_auth", "woodpecker_client", "httpx", "httpcore", "h11", "anyio", "asyncio", "contextlib", "redis")
_CONTAINERS = (dict, list, tuple, set, frozenset, deque, types.MappingProxyType)


def texts_of(value: object) -> Iterator[tuple[str, str]]:
    """The texts that debuggers and loggers make of a value. `str()` of a secret itself is allowed."""
    printers: dict[str, Callable[[object], str]] = {"repr": repr, "pprint": pprint.pformat, "reprlib": reprlib.repr}
    if not isinstance(value, Secret):
        printers |= {"str": str, "format": "{}".format}
    for name, printer in printers.items():
        try:
            yield name, printer(value)
        except AttributeError:  # not constructed to its end, as a debugger may meet it
            yield name, ""
    if rich is not None:
        yield "rich", rich.pretty.pretty_repr(value)
        yield "rich, shortened", rich.pretty.pretty_repr(value, max_string=80)


def in_value(value: object) -> set[str]:
    """Canaries that a value shows when it is printed."""
    return {f"{core} in {how}" for how, text in texts_of(value) for core in spotted(text)}


class Printed:
    """What values show, each printed once: errors lead to the same few objects again and again."""

    def __init__(self) -> None:
        self._shown: dict[int, tuple[object, set[str]]] = {}

    def in_value(self, value: object) -> set[str]:
        """`in_value`, or what it gave before. Nobody may have changed the value since."""
        if id(value) not in self._shown:
            self._shown[id(value)] = (value, in_value(value))  # kept, so that no other object gets its id
        return self._shown[id(value)][1]


def in_pickle(value: object) -> set[str]:
    """Canaries in a value's pickles. That a pickle is refused is fine."""
    found: set[str] = set()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            found |= {f"{core} in a pickle" for core in spotted(pickle.dumps(value, protocol))}
        except (TypeError, AttributeError, pickle.PicklingError) as refused:
            found |= {f"{core} in the refusal of a pickle" for core in spotted(str(refused))}
    return found


def chain(error: BaseException) -> list[BaseException]:
    pending: list[Any] = [error]
    links: list[BaseException] = []
    while pending:
        link = pending.pop()
        if link is not None and not any(link is other for other in links):
            links.append(link)
            pending += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]
    return links


def frames(error: BaseException) -> Iterator[tuple[str, dict[str, object]]]:
    for link in chain(error):
        for frame, _ in traceback.walk_tb(link.__traceback__):
            yield frame.f_code.co_qualname, frame.f_locals


def in_error(error: BaseException, printed: Printed | None = None) -> set[str]:
    """Canaries in what error trackers, consoles and debuggers see of an exception."""
    printed = printed or Printed()
    found = in_pickle(error)
    for link in chain(error):
        parts = [link.args, getattr(link, "__notes__", []), vars(link), *vars(link).values()]
        for part in [link, *parts, *_plain_bytes(link)]:
            found |= {f"{leak} of {type(link).__name__}" for leak in printed.in_value(part)}
    found |= {f"{core} in a traceback with locals" for core in spotted(_traceback(error))}
    found |= {f"{core} in a rich traceback" for core in spotted(_rich_traceback(error))}
    for name, values in frames(error):
        for local, value in list(values.items()):
            found |= {f"{leak} of {local} in {name}" for leak in printed.in_value(value)}
    return found | {f"{core} at {place}" for core, place in reachable(error)}


def _plain_bytes(error: BaseException) -> list[bytes]:
    body = getattr(error, "body", b"")
    headers = getattr(error, "headers", {})
    raw = headers.raw if isinstance(headers, httpx.Headers) else []
    return [body, *[value for _, value in raw]]


def _traceback(error: BaseException) -> str:
    try:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    except AttributeError:  # from the repr of a local that was not constructed to its end; Python 3.13 lives with it
        return "".join(traceback.format_exception(error))


def _rich_traceback(error: BaseException) -> str:
    """What `rich.traceback` shows of an exception, without the source code, which takes long to colour."""
    if rich is None:
        return ""
    how = {"show_locals": True, "locals_max_length": 1000, "locals_max_string": 80}
    trace = rich.traceback.Traceback.extract(type(error), error, error.__traceback__, **how)
    written: list[str] = []
    stacks = list(trace.stacks)
    for stack in stacks:
        written += [stack.exc_value, *map(str, getattr(stack, "notes", ()))]
        written += [node.render() for frame in stack.frames for node in (frame.locals or {}).values()]
        stacks += [inner for group in getattr(stack, "exceptions", ()) for inner in group.stacks]
    return "\n".join(written)


def reachable(start: object, without: Callable[[str], bool] = lambda place: False) -> set[tuple[str, str]]:
    """Canaries in plain text or bytes that stand behind an object, and where.

    The walk goes through containers, exceptions, frames and the objects of `WALKED`. `Secret` and `SecretBytes` are
    where a secret belongs.
    """
    found: set[tuple[str, str]] = set()
    pending: deque[tuple[object, str]] = deque([(start, type(start).__name__)])
    seen: dict[int, object] = {}
    while pending:
        value, place = pending.popleft()
        if id(value) in seen or isinstance(value, Secret | SecretBytes):
            continue
        seen[id(value)] = value  # kept, so that no other object gets its id
        if isinstance(value, str | bytes | bytearray | memoryview):
            found |= {(core, place) for core in spotted(value)}
            continue
        for name, inner in _behind(value):
            if not without(f"{place}{name}"):
                pending.append((inner, f"{place}{name}"))
    return found


def _behind(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, types.FrameType):
        yield from ((f" > {value.f_code.co_qualname}:{name}", local) for name, local in value.f_locals.items())
    elif isinstance(value, types.TracebackType):
        yield from ((".tb_frame", value.tb_frame), ("", value.tb_next))
    elif isinstance(value, dict | types.MappingProxyType):
        for key, inner in list(value.items()):
            yield "{key}", key
            yield f"[{key if isinstance(key, str) else '…'}]", inner
    elif isinstance(value, _CONTAINERS):
        yield from (("[…]", inner) for inner in list(value))
    elif isinstance(value, types.MethodType):
        yield ".__self__", value.__self__
    elif isinstance(value, types.CellType):
        yield from ((".cell", inner) for inner in gc.get_referents(value))
    elif isinstance(value, types.FunctionType):
        if value.__module__ and value.__module__.startswith(WALKED):
            yield from ((".closure", cell) for cell in value.__closure__ or ())
    elif isinstance(value, types.GeneratorType | types.CoroutineType | types.AsyncGeneratorType):
        frame = getattr(value, "gi_frame", None) or getattr(value, "cr_frame", None) or getattr(value, "ag_frame", None)
        yield ".frame", frame
    elif isinstance(value, BaseException) or (
        not isinstance(value, type | types.ModuleType) and type(value).__module__.startswith(WALKED)
    ):
        for inner in gc.get_referents(value):
            if not isinstance(inner, type | types.ModuleType):
                yield f".<{type(inner).__name__}>", inner


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=1)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class LogCapture:
    """The log records and warnings of a block."""

    def __init__(self) -> None:
        self.records: list[logging.LogRecord] = []
        self.warned: list[warnings.WarningMessage] = []

    def found(self) -> set[str]:
        written: list[tuple[str, str]] = []
        for record in self.records:
            parts = [logging.Formatter().format(record), repr(vars(record)), repr(record.args)]
            written += [(f"a record of {record.name}", part) for part in parts]
        written += [("a warning", str(warning.message)) for warning in self.warned]
        return {f"{core} in {where}" for where, text in written for core in spotted(text)}


@contextmanager
def watching() -> Iterator[LogCapture]:
    """Record every log record of every logger at every level, and every warning."""
    watch, handler, root = LogCapture(), _Records(), logging.getLogger()
    names = ("httpx", "httpcore", "httpcore.connection", "httpcore.http11", "httpcore.proxy", "asyncio", "redis")
    loggers = [root, *(logging.getLogger(name) for name in (*names, "woodpecker_client", "woodpecker_auth"))]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(1)
    root.addHandler(handler)
    watch.records = handler.records
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            watch.warned = warned
            yield watch
            gc.collect()  # what is warned of, or logged, when it is let go
    finally:
        root.removeHandler(handler)
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def in_outcome(outcome: object, printed: Printed) -> set[str]:
    """Canaries in what a call returned or raised, and in what stands behind it."""
    if isinstance(outcome, BaseException):
        return in_error(outcome, printed)
    return in_value(outcome) | in_pickle(outcome) | {f"{core} at {place}" for core, place in reachable(outcome)}
