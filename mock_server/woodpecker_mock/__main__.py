"""The command `woodpecker-mock`."""

from __future__ import annotations

import signal
import socket
import sys
from ipaddress import ip_address
from types import FrameType

from .http.protocol import protocol_with_timeout
from .server.app import create_app
from .server.options import parse_options
from .server.uvicorn_server import UvicornServer


def main() -> int:
    """Serve the mock until it is interrupted."""
    options = parse_options()
    try:
        listening = socket.create_server((options.host, options.port))
    except OSError as error:
        print(f"woodpecker-mock: port {options.port} cannot be used: {error.strerror}", file=sys.stderr)
        return 1
    app = create_app(
        options.world(),
        limits=options.limits,
        latency=options.latency,
        batch_seconds=options.batch_seconds,
        older_totals=options.older_totals,
        mutants=options.mutants,
        allow_hosts=(options.host, *options.allow_hosts),
    )
    host, port = listening.getsockname()[:2]
    url = f"{'http' if options.certificate is None else 'https'}://{host}:{port}"
    print(f"woodpecker-mock: API at {url}/rest, console at {url}/, reference at {url}/docs", flush=True)
    if not ip_address(host).is_loopback:
        print(f"woodpecker-mock: {host} is open to other machines, and the mock shows its keys to all", file=sys.stderr)
    if options.mutants:
        print(f"woodpecker-mock: mutants enabled: {', '.join(options.mutants)}", flush=True)
    # uvicorn stops on these and raises them once more when it is done; a signal is the normal end of this command.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _exit)
    UvicornServer(app, "warning", options.certificate, protocol_with_timeout(options.request_timeout)).run(
        sockets=[listening]
    )
    return 0


def _exit(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
