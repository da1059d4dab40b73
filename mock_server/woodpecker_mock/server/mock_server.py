"""The mock on a socket, in a thread of this process."""

from __future__ import annotations

import socket
from collections import Counter, deque
from collections.abc import Iterable
from threading import Thread
from time import monotonic, sleep
from typing import Self

from ..api.mock import Mock
from ..api.request_log import LogEntry, RequestLog
from ..faults.active import Faults
from ..http.protocol import REQUEST_TIMEOUT, protocol_with_timeout
from ..mutants.active import ActiveMutants
from ..rules.account_limiter import AccountLimiter
from ..rules.limits import Limits
from ..rules.settings import BATCH_SECONDS
from ..world.world import World
from .app import LIMITS, create_app
from .certificate import Certificate, load_certificate
from .uvicorn_server import UvicornServer


class MockServer:
    """A running mock: `with MockServer() as mock: ... mock.base_url`.

    Args:
        world: the seeded world if left out.
        port: 0 picks a free one.
        limits: how many requests each account may have at once, the vendor's if left out; None for any number.
        latency: seconds that every accepted request takes.
        batch_seconds: seconds that each mailbox of a batch takes to be connected; with 0 the whole batch is done when
            it is first read.
        older_totals: name the totals of deliverability `total_count` and `pages_count`, as an older vendor page does.
        certificate: the files of a certificate and its key, both PEM, for https; None for http.
        mutants: names of those that are enabled, out of `MUTANTS`.
        allow_hosts: names under which browsers may open the mock's pages, beside `host`, localhost and addresses.
        request_timeout: seconds that a client may take to send a request's head, as many again to send its body, and
            to read what is sent to it. Then its connection is closed, after a 408 if it is the body that is missing.

    Raises:
        ValueError: a number of seconds is negative, the request timeout is not more than 0, the certificate cannot be
            used, or there is no such mutant.

    Attributes:
        world: all data of the mock; change it freely.
        faults: the faults on demand: `mock.faults.add(Fault(...))`.
        mutants: the bugs that are enabled: `mock.mutants.enable("inactive-company-runs")`.
        limits: the requests of each account at once: `mock.limits[company.id].highest`.
        log: the last requests, the latest at the end: `mock.log[-1].status`.
        executed: how often each operation ran to its end, by operationId, whatever the response was.
        executed_for: the same by operationId and company id.
        request_log: all of that, and how many requests were in flight at once: `mock.request_log.in_flight_highest`.
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
        mutants: Iterable[str] = (),
        allow_hosts: Iterable[str] = (),
        request_timeout: float = REQUEST_TIMEOUT,
    ) -> None:
        self.app = create_app(
            world,
            limits=limits,
            latency=latency,
            batch_seconds=batch_seconds,
            older_totals=older_totals,
            mutants=mutants,
            allow_hosts=(host, *allow_hosts),
        )
        self._mock: Mock = self.app.state.mock
        self.world: World = self._mock.world
        self.faults: Faults = self._mock.faults
        self.mutants: ActiveMutants = self._mock.mutants
        self.limits: AccountLimiter = self._mock.limits
        self.request_log: RequestLog = self._mock.request_log
        self.log: deque[LogEntry] = self.request_log.entries
        self.executed: Counter[str] = self.request_log.executed
        self.executed_for: Counter[tuple[str, int | None]] = self.request_log.executed_for
        self._address = (host, port)
        self._certificate = None if certificate is None else load_certificate(certificate)
        self._protocol = protocol_with_timeout(request_timeout)

    @property
    def latency(self) -> float:
        """Seconds that every accepted request takes, while it counts as running and before its operation runs."""
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
        """Whether the totals of deliverability have the names that an older vendor page has."""
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
        """Clear the log and the counts.

        Args:
            world: put back the world, too, as it was when this was made, and remove all faults. `mock.world` stays
                the same object; agencies and companies that were read from it before are not in it any more.
        """
        self._mock.reset(world)

    def __enter__(self) -> Self:
        self._socket = socket.create_server(self._address)
        host, port = self._socket.getsockname()[:2]
        self.url = f"{'http' if self._certificate is None else 'https'}://{host}:{port}"
        self.base_url = f"{self.url}/rest"
        self._server = UvicornServer(self.app, "error", self._certificate, self._protocol)
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
