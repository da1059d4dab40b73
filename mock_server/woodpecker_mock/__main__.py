"""The command `woodpecker-mock`."""

from __future__ import annotations

import signal
import socket
import sys
from types import FrameType

from .app import create_app
from .options import read
from .server import Server


def main() -> int:
    """Serve the mock until it is interrupted."""
    options = read()
    try:
        listening = socket.create_server((options.host, options.port))
    except OSError as taken:
        print(f"woodpecker-mock: port {options.port} cannot be used: {taken.strerror}", file=sys.stderr)
        return 1
    app = create_app(options.world(), limits=options.limits, latency=options.latency)
    host, port = listening.getsockname()[:2]
    print(f"woodpecker-mock: API at http://{host}:{port}/rest, keys and requests at http://{host}:{port}/", flush=True)
    # uvicorn stops on these and raises them once more when it is done; being stopped is how this command ends.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)
    Server(app, log_level="warning").run(sockets=[listening])
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
