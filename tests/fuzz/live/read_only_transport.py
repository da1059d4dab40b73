"""The last thing before the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Lock
from urllib.parse import unquote

import httpx
from woodpecker_auth import COMPANY_HEADER, BaseUrl

from .allowed import Allowed
from .listed import Listed


class Refused(Exception):
    """A request that must not be sent, and was not. It names the rule, never a value."""


class ReadOnlyTransport(httpx.BaseTransport):
    """Sends what may be sent to a real account, one request at a time, and refuses everything else.

    It trusts nobody in front of it: whatever made the request, it is looked at as it would go out.

    Args:
        inner: what sends.
        base_url: the only origin and path to send to.
        operations: the only ones to call.
        listed: the only ids in paths.
        company: the only company context, on account routes; None for none at all.
        budget: how many requests may be sent.

    Attributes:
        sent: how many were sent.
        refused: how many were not.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport,
        *,
        base_url: str,
        operations: Iterable[Allowed],
        listed: Listed,
        company: int | None,
        budget: int,
    ) -> None:
        self._inner = inner
        self._base = BaseUrl(base_url)
        self._prefix = _path(httpx.URL(base_url)).rstrip("/")
        self._operations = tuple(operations)
        self._listed, self._company, self._budget = listed, company, budget
        self._in_flight = Lock()
        self.sent = self.refused = 0

    @property
    def left(self) -> int:
        """How many requests may still be sent."""
        return self._budget - self.sent

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send it.

        Raises:
            Refused: it must not be sent.
        """
        if not self._in_flight.acquire(blocking=False):
            self.refused += 1
            raise Refused("another request is in flight")
        try:
            problem = self._problem(request)
            if problem is not None:
                self.refused += 1
                raise Refused(problem)
            self.sent += 1
            response = self._inner.handle_request(request)
        except BaseException:
            self._in_flight.release()
            raise
        if response.is_closed:
            # Its bytes are here already, so nobody will close the stream.
            self._in_flight.release()
            return response
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.stream = _Body(response.stream, self._in_flight.release)
        return response

    def _problem(self, request: httpx.Request) -> str | None:
        if self.left <= 0:
            return "the budget is used up"
        if self._base.path_below(request.url) is None:
            return "it would go to another origin or path than the base URL"
        if not isinstance(request.stream, httpx.ByteStream) or any(request.stream):
            return "it has a body"
        path = _path(request.url).removeprefix(self._prefix)
        for one in self._operations:
            match = one.matches.fullmatch(path)
            if match is not None and request.method == "GET":
                return self._problem_with(one, match.groupdict(), request)
        return "it is for none of the allowed operations"

    def _problem_with(self, one: Allowed, ids: dict[str, str], request: httpx.Request) -> str | None:
        for parameter, id in ids.items():
            if unquote(id) not in self._listed.ids(one.id, parameter):
                return f"the account has not listed this {parameter}"
        if not one.query.issuperset(request.url.params):
            return f"{one.id} has no such query parameter"
        context = [] if self._company is None or one.family == "agency" else [str(self._company)]
        if request.headers.get_list(COMPANY_HEADER) != context:
            return "it names another company context than the run does"
        return None

    def close(self) -> None:
        self._inner.close()


def _path(url: httpx.URL) -> str:
    return url.raw_path.partition(b"?")[0].decode("ascii")


class _Body(httpx.SyncByteStream):
    """The bytes of a response; the next request may go when they are closed."""

    def __init__(self, stream: httpx.SyncByteStream, closed: Callable[[], None]) -> None:
        self._stream, self._closed = stream, closed
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if self._open:
            self._open = False
            try:
                self._stream.close()
            finally:
                self._closed()
