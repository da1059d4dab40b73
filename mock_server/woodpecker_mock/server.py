"""The mock on a socket, in a thread of this process."""

from __future__ import annotations

import socket
from collections import Counter, deque
from collections.abc import Iterable
from threading import Thread
from time import monotonic, sleep
from typing import Self

from .api import Mock
from .app import LIMITS, create_app
from .behaviour import Behaviour
from .certificate import Certificate, usable
from .faults import Faults
from .gate import Gate
from .limits import Limits
from .protocol import REQUEST_TIMEOUT, patient
from .records import Entry, Records
from .serving import Server
from .settings import BATCH_SECONDS
from .world import World


class MockServer:
    """A running mock: `with MockServer() as mock: ... mock.base_url`.

    Args:
        world: what it knows; the seeded world if left out.
        port: 0 picks a free one.
        limits: how many requests each account may have at once, the vendor's numbers if left out; None for as many as
            there are.
        latency: seconds that every accepted request takes.
        batch_seconds: seconds that each mailbox of a batch takes to be connected; with 0 the whole batch is done when
            it is first looked at.
        older_totals: call the totals of deliverability `total_count` and `pages_count`, as an older vendor page does.
        certificate: the files of a certificate and its key, both PEM, to speak https with; None for http.
        deviations: names of those in which it differs from the API, out of `DEVIATIONS`.
        request_timeout: seconds that a client may take to send a request's head, as many again to send its body, and
            to take what is sent to it. Then its connection is closed, after a 408 if it is the body that is missing.

    Raises:
        ValueError: a number of seconds is negative, the request timeout is not more than 0, the certificate cannot be
            used, or there is no such deviation.

    Attributes:
        world: what the mock knows; change it freely.
        faults: what goes wrong on demand: `mock.faults.add(Fault(...))`.
        behaviour: in what it differs from the API: `mock.behaviour.deviate("inactive-company-runs")`.
        limits: what each account did: `mock.limits[company.id].highest`.
        log: the last requests, the latest at the end: `mock.log[-1].status`.
        executed: how often each operation ran to its end, by operationId, whatever was answered then.
        executed_for: the same by operationId and company id.
        records: all of that, and how many requests were in flight at once: `mock.records.in_flight_highest`.
        url: where the mock is, such as `http://127.0.0.1:40123`.
        base_url: where its API is.
    """

    def __init__(
        self,
        world: World | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits | None = LIMITS,
        latency: float = 0.0,
        batch_seconds: float = BATCH_SECONDS,
        older_totals: bool = False,
        certificate: Certificate | None = None,
        deviations: Iterable[str] = (),
        request_timeout: float = REQUEST_TIMEOUT,
    ) -> None:
        self.app = create_app(
            world,
            limits=limits,
            latency=latency,
            batch_seconds=batch_seconds,
            older_totals=older_totals,
            deviations=deviations,
        )
        self._mock: Mock = self.app.state.mock
        self.world: World = self._mock.world
        self.faults: Faults = self._mock.faults
        self.behaviour: Behaviour = self._mock.behaviour
        self.limits: Gate = self._mock.limits
        self.log: deque[Entry] = self._mock.records.log
        self.records: Records = self._mock.records
        self.executed: Counter[str] = self._mock.executed
        self.executed_for: Counter[tuple[str, int | None]] = self._mock.executed_for
        self._address = (host, port)
        self._certificate = None if certificate is None else usable(certificate)
        self._protocol = patient(request_timeout)

    @property
    def latency(self) -> float:
        """Seconds that every accepted request takes, while it holds its place and before its operation runs."""
        return self._mock.settings.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._mock.settings.latency = seconds

    @property
    def batch_seconds(self) -> float:
        """Seconds that each mailbox takes to be connected, of batches that begin from now on."""
        return self._mock.settings.batch_seconds

    @batch_seconds.setter
    def batch_seconds(self, seconds: float) -> None:
        self._mock.settings.batch_seconds = seconds

    @property
    def older_totals(self) -> bool:
        """Whether the totals of deliverability are called as an older vendor page does."""
        return self._mock.settings.older_totals

    @older_totals.setter
    def older_totals(self, older: bool) -> None:
        self._mock.settings.older_totals = older

    @property
    def hq_key(self) -> str:
        """The first HQ key of the first agency.

        Raises:
            LookupError: there is none.
        """
        keys = self.world.agencies[0].keys if self.world.agencies else []
        if not keys:
            raise LookupError("the world has no agency, or its first one has no HQ key")
        return keys[0].value

    def client_key(self, company_id: int) -> str:
        """The first key of this company, of whichever agency.

        Raises:
            LookupError: there is none.
        """
        for agency in self.world.agencies:
            if company_id in agency.companies and agency.companies[company_id].keys:
                return agency.companies[company_id].keys[0].value
        raise LookupError(f"the world has no company {company_id}, or it has no key")

    def reset(self, world: bool = False) -> None:
        """Forget every request so far: log and counts.

        Args:
            world: put back the world, too, as it was when this was made, and remove all faults. `mock.world` stays
                the same object; agencies and companies that were taken out of it before are not in it any more.
        """
        self._mock.reset(world)

    def __enter__(self) -> Self:
        self._socket = socket.create_server(self._address)
        host, port = self._socket.getsockname()[:2]
        self.url = f"{'http' if self._certificate is None else 'https'}://{host}:{port}"
        self.base_url = f"{self.url}/rest"
        self._server = Server(self.app, "error", self._certificate, self._protocol)
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        deadline = monotonic() + 10
        while not self._server.started:
            if monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the mock did not start")
            sleep(0.001)
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.stop()
        self._thread.join()
        self._socket.close()
