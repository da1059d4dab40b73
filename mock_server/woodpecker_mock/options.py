"""The options of `woodpecker-mock`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from .certificate import Certificate, usable
from .deviations import DEVIATIONS, named
from .limits import Limits
from .protocol import REQUEST_TIMEOUT
from .seed import big_world, default_world
from .seed_file import SeedError
from .settings import BATCH_SECONDS, LONGEST
from .world import World


@dataclass(frozen=True)
class Options:
    """What the command was asked for; the fields are those of `create_app` and the address to listen at."""

    host: str
    port: int
    companies: int | None
    latency: float
    limits: Limits | None
    certificate: Certificate | None = None
    deviations: tuple[str, ...] = ()
    request_timeout: float = REQUEST_TIMEOUT
    batch_seconds: float = BATCH_SECONDS
    older_totals: bool = False
    seed: World | None = None

    def world(self) -> World:
        if self.seed is not None:
            return self.seed
        return default_world() if self.companies is None else big_world(self.companies)


def read(words: Sequence[str] | None = None) -> Options:
    """The options in these words, or in those of the command line.

    Raises:
        SystemExit: they are wrong, which has been printed, or help was asked for.
    """
    parser = _parser()
    given = parser.parse_args(words)
    certificate: Certificate | None = None
    if given.certificate is not None:
        try:
            certificate = usable(tuple(given.certificate))
        except ValueError as wrong:
            parser.error(str(wrong))
    numbers = Limits(given.running, given.queued, given.queue_wait, given.queue_close, given.v1_conflict)
    limits = None if given.no_limits else numbers
    return Options(
        given.host,
        given.port,
        given.companies,
        given.latency,
        limits,
        certificate,
        tuple(given.deviation),
        given.request_timeout,
        given.batch_seconds,
        given.older_totals,
        given.seed,
    )


def _parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        "woodpecker-mock", description="A stand-in for the Woodpecker API.", allow_abbrev=False
    )
    add = whole.add_argument
    add("--port", type=_port, default=8080, help="0 picks a free one (default: 8080)")
    add("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    worlds = whole.add_mutually_exclusive_group().add_argument
    worlds("--companies", type=_one_or_more, metavar="N", help="one agency with N active clients, not the seeded world")
    worlds("--seed", type=_seed, metavar="FILE", help="the world that this JSON file describes")
    add("--latency", type=_up_to_a_day, metavar="SECONDS", default=0.0, help="how long each accepted request takes")
    batch = f"how long each mailbox of a batch takes to be connected (default: {BATCH_SECONDS})"
    add("--batch-seconds", type=_up_to_a_day, metavar="SECONDS", default=BATCH_SECONDS, help=batch)
    add("--older-totals", action="store_true", help="call deliverability's totals total_count and pages_count")
    patience = f"how long a client may take to send a request's head, and its body (default: {REQUEST_TIMEOUT:.0f})"
    add("--request-timeout", type=_some_seconds, metavar="SECONDS", default=REQUEST_TIMEOUT, help=patience)
    files = ("CERTFILE", "KEYFILE")
    add("--certificate", nargs=2, metavar=files, help="speak https with this certificate and its key, PEM files")
    vendor = Limits()
    add = whole.add_argument_group("limits", "How many requests each account may have at once.").add_argument
    shown = "(default: %(default)s)"
    add("--running", type=_one_or_more, metavar="N", default=vendor.running, help=f"requests that run {shown}")
    add("--queued", type=_none_or_more, metavar="N", default=vendor.queued, help=f"requests that wait {shown}")
    add("--queue-wait", type=_seconds, metavar="SECONDS", default=vendor.wait, help=f"how long one may wait {shown}")
    add("--queue-close", action="store_true", help="hang up on one that waited in vain instead of answering 429")
    add("--v1-conflict", action="store_true", help="answer 409 E_TOO_MANY_REQUESTS instead of 429 on v1 routes")
    add("--no-limits", action="store_true", help="let every request run at once")
    add = whole.add_argument_group("deviations", "Ways in which it differs from the API.").add_argument
    add("--deviation", type=_deviation, metavar="NAME", action="append", default=[], help="may be given repeatedly")
    add("--list-deviations", action=_ListDeviations, nargs=0, help="print them all and exit")
    return whole


class _ListDeviations(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        longest = max(map(len, DEVIATIONS))
        print("\n".join(f"{one.name:<{longest}}  {one.kind:<10}  {one.line}" for one in DEVIATIONS.values()))
        parser.exit()


def _deviation(name: str) -> str:
    try:
        return named(name).name
    except ValueError as unknown:
        raise argparse.ArgumentTypeError(str(unknown)) from None


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


def _up_to_a_day(text: str) -> float:
    if (seconds := _seconds(text)) > LONGEST:
        raise argparse.ArgumentTypeError(f"must be seconds, at most {LONGEST}, not {text!r}")
    return seconds


def _seed(path: str) -> World:
    try:
        return World.from_json(json.loads(Path(path).read_text(encoding="utf-8")))
    except OSError as missing:
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {missing.strerror}") from None
    except SeedError as wrong:
        raise argparse.ArgumentTypeError(f"{path}: {wrong}") from None
    except (ValueError, RecursionError):
        raise argparse.ArgumentTypeError(f"{path} is not JSON") from None


def _some_seconds(text: str) -> float:
    if (seconds := _seconds(text)) == 0:
        raise argparse.ArgumentTypeError(f"must be seconds, more than 0, not {text!r}")
    return seconds


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (isfinite(seconds) and seconds >= 0):
        raise argparse.ArgumentTypeError(f"must be seconds, 0 or more, not {text!r}")
    return seconds
