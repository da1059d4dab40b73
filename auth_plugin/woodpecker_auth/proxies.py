"""The proxy that environment variables set for an origin, read as httpx reads them."""

from __future__ import annotations

import httpx

# httpx's own parser: only that agrees with a plain httpx client on NO_PROXY, hosts with ports included.
from httpx._utils import URLPattern, get_environment_proxies

#: The variables that are read.
VARIABLES = "HTTPS_PROXY, ALL_PROXY and NO_PROXY"


class EnvironmentProxies:
    """The proxies that environment variables set, read for the first https origin."""

    def __init__(self) -> None:
        self._rules: list[tuple[URLPattern, str | None]] | None = None

    def proxy_for(self, origin: httpx.URL) -> httpx.Proxy | None:
        """The proxy for an origin; None if there is none.

        Always None for http: it is for loopback only, and a proxy could read the key.

        Raises:
            httpx.ProxyError: one of the variables is invalid.
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
            pass  # the message may contain the proxy's password
        raise httpx.ProxyError(f"one of the environment variables {VARIABLES} is invalid")
