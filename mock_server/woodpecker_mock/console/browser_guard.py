"""Which pages in a browser may see the console and call `/_mock`: its own. Programs send none of what is checked here.

https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site https://owasp.org/www-community/attacks/DNS_Rebinding
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from ipaddress import ip_address
from typing import TypeAlias

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    # Neither as a picture or a script of another site, nor in a window that it has opened.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class GuardedRoutes:
    """Makes routes behind the guard.

    Args:
        allow_hosts: names of the mock beside localhost and addresses.
    """

    def __init__(self, allow_hosts: Iterable[str]) -> None:
        self._allow_hosts = frozenset(host.lower() for host in allow_hosts)

    def __call__(self, method: str, path: str, endpoint: Endpoint, page: bool = False) -> Route:
        """A route; links on other sites may open only a `page`."""
        guard = Middleware(BrowserGuard, page=page, allow_hosts=self._allow_hosts)
        return Route(path, endpoint, methods=[method], middleware=[guard])


class BrowserGuard:
    """Refuses what a page of another origin requests, and adds the headers that restrict browsers.

    Args:
        page: whether a link on another site may open it.
        allow_hosts: as `GuardedRoutes` has them, in lower case.
    """

    def __init__(self, app: ASGIApp, page: bool, allow_hosts: frozenset[str]) -> None:
        self._app = app
        self._page = page
        self._allow_hosts = allow_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_restricted(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        app: ASGIApp = self._app
        if (reason := self._refusal(scope)) is not None:
            app = JSONResponse({"detail": reason}, 403)
        await app(scope, receive, send_restricted)

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        address = (scope.get("server") or ("",))[0]
        if not all(_is_own_name(_host_name(host), address, self._allow_hosts) for host in hosts):
            return "the mock does not know this name as its own; woodpecker-mock --allow-host NAME adds one"
        own = {f"{scheme}://{host.lower()}" for scheme in ("http", "https") for host in hosts}
        if not own.issuperset(headers.getlist("origin")):
            return "pages of another origin may not call this"
        site = headers.get("sec-fetch-site", "none")
        if site not in {"same-origin", "none"} and not (self._page and _is_navigation(headers)):
            return "pages of another origin may not request this"
        return None


def _is_navigation(headers: Headers) -> bool:
    """Whether a person follows a link: the page that has it sees nothing of what opens."""
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _host_name(host: str) -> str:
    """The name in a `Host` header, without the port and an address's brackets."""
    name, _, port = host.lower().rpartition(":")
    if not name or "]" in port:
        name = host.lower()
    return name.removeprefix("[").removesuffix("]")


def _is_own_name(name: str, address: str, allow_hosts: frozenset[str]) -> bool:
    """Whether no site of the web can be called so. Its owner lets a name lead to this machine, but no address.

    Args:
        address: where the request has arrived. A name without a dot, such as a service's in Docker Compose, is not
            one of the web; on loopback it could come from the search domain of an untrusted network.
    """
    if name in allow_hosts or name == "localhost" or name.endswith(".localhost") or _is_address(name):
        return True
    return not _is_loopback(address) and name.replace("-", "").replace("_", "").isalnum()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(address: str) -> bool:
    return _is_address(address) and ip_address(address).is_loopback
