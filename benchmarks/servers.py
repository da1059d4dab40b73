"""The mock in a process of its own, limits on.

`python -m benchmarks.servers COMPANIES LATENCY MAILBOXES [TLS FOLDER]` prints its port.
"""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trustme
import uvicorn
from woodpecker_mock import World, create_app
from woodpecker_mock.http.protocol import Protocol
from woodpecker_mock.world.sample_worlds import add_agency


@dataclass(frozen=True)
class Server:
    """A running mock: where it is, the HQ key, its companies, and the file of its certificate authority."""

    base_url: str
    key: str
    companies: list[int]
    ca_file: str | None

    def rejected(self) -> int:
        """How many requests got a 429."""
        return sum(one["rejected"] for one in self.get("limits")["accounts"].values())

    def get(self, name: str) -> Any:
        """One of the JSON routes below `/_mock`."""
        context = ssl.create_default_context(cafile=self.ca_file) if self.ca_file else None
        with urllib.request.urlopen(self.base_url.replace("/rest", f"/_mock/{name}"), context=context) as response:
            return json.load(response)


@contextmanager
def serving(companies: int, latency: float, tls: Path | None = None, *, mailboxes: int = 2) -> Iterator[Server]:
    """A mock with so many companies, which takes so many seconds for each request.

    The companies have 1, 2 and so on up to `mailboxes` mailboxes, then 1 again.
    """
    folder = [] if tls is None else [str(tls)]
    command = [sys.executable, "-m", "benchmarks.servers", str(companies), str(latency), str(mailboxes), *folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline())
            base_url = f"{'https' if tls else 'http'}://127.0.0.1:{port}/rest"
            blank = Server(base_url, "", [], None if tls is None else str(tls / "ca.pem"))
            agency = blank.get("state")["agencies"][0]
            yield Server(base_url, agency["hq_key"], [one["id"] for one in agency["companies"]], blank.ca_file)
        finally:
            process.terminate()


def main() -> None:
    companies, latency, mailboxes, *tls = sys.argv[1:]
    world = World()
    clients = [f"Client {number}" for number in range(1, int(companies) + 1)]
    add_agency(world, "Big Agency", clients, most_mailboxes=int(mailboxes))
    settings: dict[str, Any] = {}
    if tls:
        folder, authority = Path(tls[0]), trustme.CA()
        certificate = authority.issue_cert("127.0.0.1")
        authority.cert_pem.write_to_path(folder / "ca.pem")
        certificate.private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
        settings["ssl_certfile"] = folder / "server.pem"
    config = uvicorn.Config(
        create_app(world, latency=float(latency)),
        log_level="error",
        lifespan="off",
        http=Protocol,
        port=0,
        backlog=8192,
        **settings,
    )
    listening = config.bind_socket()
    listening.listen(8192)
    print(listening.getsockname()[1], flush=True)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
