"""A client's process, seen from the one that tells it what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass

from . import Given, Peer


@dataclass(frozen=True)
class Worker:
    """One client in one form, with its connection open."""

    name: str
    process: subprocess.Popen[str]

    def measure(self, call: str, times: int) -> tuple[float, float]:
        """CPU and wall time of one call in microseconds.

        Raises:
            SystemExit: the client failed; standard error says how.
        """
        assert self.process.stdout is not None
        line = self.process.stdout.readline() if self.tell([call, times]) else ""
        if not line:
            raise SystemExit(f"the process of {self.name} failed")
        cpu, wall = json.loads(line)
        return cpu, wall

    def tell(self, task: object) -> bool:
        """Send a line; False if nobody reads it."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(task) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return False
        return True


@contextmanager
def worker(peer: Peer, form: str, given: Given) -> Iterator[Worker]:
    """A process that makes the calls of a client."""
    command = [sys.executable, "-m", "benchmarks.peers", peer.module, form]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        made = Worker(f"{peer.name}, {form}", process)
        made.tell(asdict(given))
        try:
            yield made
        finally:
            process.kill()
            assert process.stdin is not None
            # What a process that failed did not read is still there to be flushed.
            with suppress(BrokenPipeError):
                process.stdin.close()
