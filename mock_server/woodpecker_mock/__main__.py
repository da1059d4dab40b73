"""The command `woodpecker-mock`."""

from __future__ import annotations

import signal
import socket
import sys
from ipaddress import ip_address
from types import FrameType

from .app import create_app
from .options import read
from .protocol import patient
from .serving import Server


def main() -> int:
    """Serve the mock until it is interrupted."""
    options = read()
    try:
        listening = socket.create_server((options.host, options.port))
    except OSError as taken:
        print(f"woodpecker-mock: port {options.port} cannot be used: {taken.strerror}", file=sys.stderr)
        return 1
    app = create_app(
        options.world(),
        limits=options.limits,
        latency=options.latency,
        batch_seconds=options.batch_seconds,
        older_totals=options.older_totals,
        deviations=options.deviations,
    )
    host, port = listening.getsockname()[:2]
    url = f"{'http' if options.certificate is None else 'https'}://{host}:{port}"
    print(f"woodpecker-mock: API at {url}/rest, keys and requests at {url}/", flush=True)
    if not ip_address(host).is_loopback:
        print(f"woodpecker-mock: {host} is open to other machines, and the mock shows its keys to all", file=sys.stderr)
    if options.deviations:
        print(f"woodpecker-mock: differs from the API: {', '.join(options.deviations)}", flush=True)
    # uvicorn stops on these and raises them once more when it is done; being stopped is how this command ends.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)
    Server(app, "warning", options.certificate, patient(options.request_timeout)).run(sockets=[listening])
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
