"""The options of `woodpecker-mock`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from .limits import Limits
from .seed import big_world, default_world
from .world import World


@dataclass(frozen=True)
class Options:
    """What the command was asked for; the fields are those of `create_app` and the address to listen at."""

    host: str
    port: int
    companies: int | None
    latency: float
    limits: Limits | None

    def world(self) -> World:
        return default_world() if self.companies is None else big_world(self.companies)


def read(words: Sequence[str] | None = None) -> Options:
    """The options in these words, or in those of the command line.

    Raises:
        SystemExit: they are wrong, which has been printed, or help was asked for.
    """
    given = _parser().parse_args(words)
    numbers = Limits(given.running, given.queued, given.queue_wait, given.queue_close, given.v1_conflict)
    return Options(given.host, given.port, given.companies, given.latency, None if given.no_limits else numbers)


def _parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        "woodpecker-mock", description="A stand-in for the Woodpecker API.", allow_abbrev=False
    )
    add = whole.add_argument
    add("--port", type=_port, default=8080, help="0 picks a free one (default: 8080)")
    add("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    add("--companies", type=_one_or_more, metavar="N", help="one agency with N active clients, not the seeded world")
    add("--latency", type=_seconds, metavar="SECONDS", default=0.0, help="how long each accepted request takes")
    vendor = Limits()
    add = whole.add_argument_group("limits", "How many requests each account may have at once.").add_argument
    shown = "(default: %(default)s)"
    add("--running", type=_one_or_more, metavar="N", default=vendor.running, help=f"requests that run {shown}")
    add("--queued", type=_none_or_more, metavar="N", default=vendor.queued, help=f"requests that wait {shown}")
    add("--queue-wait", type=_seconds, metavar="SECONDS", default=vendor.wait, help=f"how long one may wait {shown}")
    add("--queue-close", action="store_true", help="hang up on one that waited in vain instead of answering 429")
    add("--v1-conflict", action="store_true", help="answer 409 E_TOO_MANY_REQUESTS instead of 429 on v1 routes")
    add("--no-limits", action="store_true", help="let every request run at once")
    return whole


def _whole(text: str, least: int, most: int | None = None) -> int:
    # int() takes more than digits: "1_000", " 1", "١".
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if number < least or (most is not None and number > most):
        wanted = f"{least} or more" if most is None else f"from {least} to {most}"
        raise argparse.ArgumentTypeError(f"must be a number, {wanted}, not {text!r}")
    return number


def _port(text: str) -> int:
    return _whole(text, 0, 65535)


def _one_or_more(text: str) -> int:
    return _whole(text, 1)


def _none_or_more(text: str) -> int:
    return _whole(text, 0)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (isfinite(seconds) and seconds >= 0):
        raise argparse.ArgumentTypeError(f"must be seconds, 0 or more, not {text!r}")
    return seconds
