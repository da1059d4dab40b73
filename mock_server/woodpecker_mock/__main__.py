"""The command `woodpecker-mock`."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
from types import FrameType

import uvicorn

from .app import create_app


def main() -> int:
    """Serve the mock until it is interrupted."""
    parser = argparse.ArgumentParser("woodpecker-mock", description="A stand-in for the Woodpecker API.")
    parser.add_argument("--port", type=int, default=8080, help="0 picks a free one (default: 8080)")
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    arguments = parser.parse_args()
    try:
        listening = socket.create_server((arguments.host, arguments.port))
    except OSError as taken:
        print(f"woodpecker-mock: port {arguments.port} cannot be used: {taken.strerror}", file=sys.stderr)
        return 1
    host, port = listening.getsockname()[:2]
    print(f"woodpecker-mock: API at http://{host}:{port}/rest, keys and requests at http://{host}:{port}/", flush=True)
    # uvicorn stops on these and raises them once more when it is done; being stopped is how this command ends.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)
    config = uvicorn.Config(create_app(), log_level="warning", lifespan="off", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
