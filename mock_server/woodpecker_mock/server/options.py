"""The options of `woodpecker-mock`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from ..http.protocol import REQUEST_TIMEOUT
from ..mutants.catalog import MUTANTS, named
from ..rules.limits import Limits
from ..rules.settings import BATCH_SECONDS, MAX_SECONDS
from ..world.sample_worlds import big_world, default_world
from ..world.seed_schema import SeedError
from ..world.world import World
from .certificate import Certificate, load_certificate


@dataclass(frozen=True)
class Options:
    """The options of the command; the fields are those of `create_app` and the address to listen on."""

    host: str
    port: int
    companies: int | None
    latency: float
    limits: Limits | None
    certificate: Certificate | None = None
    mutants: tuple[str, ...] = ()
    request_timeout: float = REQUEST_TIMEOUT
    batch_seconds: float = BATCH_SECONDS
    older_totals: bool = False
    seed: World | None = None
    allow_hosts: tuple[str, ...] = ()

    def world(self) -> World:
        if self.seed is not None:
            return self.seed
        return default_world() if self.companies is None else big_world(self.companies)


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """The options in these arguments, or in those of the command line.

    Raises:
        SystemExit: they are not valid, which has been printed, or help was requested.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    certificate: Certificate | None = None
    if given.certificate is not None:
        try:
            certificate = load_certificate(tuple(given.certificate))
        except ValueError as invalid:
            parser.error(str(invalid))
    limits = Limits(given.running, given.queued, given.queue_wait, given.queue_close, given.v1_conflict)
    return Options(
        given.host,
        given.port,
        given.companies,
        given.latency,
        None if given.no_limits else limits,
        certificate,
        tuple(given.mutant),
        given.request_timeout,
        given.batch_seconds,
        given.older_totals,
        given.seed,
        tuple(given.allow_host),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "woodpecker-mock", description="A stand-in for the Woodpecker API.", allow_abbrev=False
    )
    add = parser.add_argument
    add("--port", type=_port, default=8080, help="0 picks a free one (default: 8080)")
    add("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    allowed = "a name under which browsers may open the pages, beside localhost and addresses; may be given repeatedly"
    add("--allow-host", type=_host, action="append", default=[], metavar="NAME", help=allowed)
    worlds = parser.add_mutually_exclusive_group().add_argument
    worlds("--companies", type=_one_or_more, metavar="N", help="one agency with N active clients, not the seeded world")
    worlds("--seed", type=_seed, metavar="FILE", help="the world that this JSON file describes")
    add("--latency", type=_up_to_a_day, metavar="SECONDS", default=0.0, help="how long each accepted request takes")
    batch = f"how long each mailbox of a batch takes to be connected (default: {BATCH_SECONDS})"
    add("--batch-seconds", type=_up_to_a_day, metavar="SECONDS", default=BATCH_SECONDS, help=batch)
    add("--older-totals", action="store_true", help="name deliverability's totals total_count and pages_count")
    timeout = f"how long a client may take to send a request's head, and its body (default: {REQUEST_TIMEOUT:.0f})"
    add("--request-timeout", type=_some_seconds, metavar="SECONDS", default=REQUEST_TIMEOUT, help=timeout)
    files = ("CERTFILE", "KEYFILE")
    add("--certificate", nargs=2, metavar=files, help="serve https with this certificate and its key, PEM files")
    vendor = Limits()
    add = parser.add_argument_group("limits", "How many requests each account may have at once.").add_argument
    shown = "(default: %(default)s)"
    add("--running", type=_one_or_more, metavar="N", default=vendor.running, help=f"requests that run {shown}")
    add("--queued", type=_none_or_more, metavar="N", default=vendor.queued, help=f"requests that wait {shown}")
    add("--queue-wait", type=_seconds, metavar="SECONDS", default=vendor.wait, help=f"how long one may wait {shown}")
    add(
        "--queue-close",
        action="store_true",
        help="close the connection instead of sending 429 to one that waited too long",
    )
    add("--v1-conflict", action="store_true", help="send 409 E_TOO_MANY_REQUESTS instead of 429 on v1 routes")
    add("--no-limits", action="store_true", help="let every request run at once")
    add = parser.add_argument_group("mutants", "Named bugs, to see whether tests notice them.").add_argument
    add("--mutant", type=_mutant, metavar="NAME", action="append", default=[], help="may be given repeatedly")
    add("--list-mutants", action=_ListMutants, nargs=0, help="print them all and exit")
    return parser


class _ListMutants(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        longest = max(map(len, MUTANTS))
        print("\n".join(f"{one.name:<{longest}}  {one.kind:<10}  {one.description}" for one in MUTANTS.values()))
        parser.exit()


def _mutant(name: str) -> str:
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


def _host(name: str) -> str:
    # A name alone: what a port or a URL is meant to say would be ignored.
    if not name or not name.isascii() or set(name) & set(":/@, *"):
        raise argparse.ArgumentTypeError(f"must be a name without scheme and port, not {name!r}")
    return name


def _port(text: str) -> int:
    return _whole(text, 0, 65535)


def _one_or_more(text: str) -> int:
    return _whole(text, 1)


def _none_or_more(text: str) -> int:
    return _whole(text, 0)


def _up_to_a_day(text: str) -> float:
    if (seconds := _seconds(text)) > MAX_SECONDS:
        raise argparse.ArgumentTypeError(f"must be seconds, at most {MAX_SECONDS}, not {text!r}")
    return seconds


def _seed(path: str) -> World:
    try:
        return World.from_json(json.loads(Path(path).read_text(encoding="utf-8")))
    except OSError as missing:
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {missing.strerror}") from None
    except SeedError as invalid:
        raise argparse.ArgumentTypeError(f"{path}: {invalid}") from None
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
