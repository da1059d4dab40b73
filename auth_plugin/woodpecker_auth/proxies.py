"""Which proxy the environment names for an origin, as httpx reads it."""

from __future__ import annotations

import httpx

# The only reading of NO_PROXY that agrees with a plain httpx client, hosts with ports included, is httpx's own.
from httpx._utils import URLPattern, get_environment_proxies

#: The variables that count.
VARIABLES = "HTTPS_PROXY, ALL_PROXY and NO_PROXY"


class EnvironmentProxies:
    """The proxies that the environment names, read when the first one could be needed."""

    def __init__(self) -> None:
        self._rules: list[tuple[URLPattern, str | None]] | None = None

    def of(self, origin: httpx.URL) -> httpx.Proxy | None:
        """The proxy on the way there. Plain http is for loopback only, and a proxy in between would read the key.

        Raises:
            httpx.ProxyError: the environment's settings cannot be read.
        """
        if origin.scheme != "https":
            return None
        try:
            if self._rules is None:
                found = get_environment_proxies()
                self._rules = sorted((URLPattern(pattern), address) for pattern, address in found.items())
            address = next((address for pattern, address in self._rules if pattern.matches(origin)), None)
            proxy = None if address is None else httpx.Proxy(address)
            if proxy is None or (proxy.url.host and 0 < (proxy.url.port or 1) < 2**16):
                return proxy
        except (ValueError, TypeError, httpx.InvalidURL):
            pass  # with a message that may hold the proxy's password
        raise httpx.ProxyError(f"one of {VARIABLES} in the environment cannot be read")
