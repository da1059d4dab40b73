"""What is so on this machine, before anything is sent."""

from __future__ import annotations

import os
import platform
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

import httpx
from woodpecker_auth import DEFAULT_BASE_URL, BaseUrl, ClientKey
from woodpecker_auth.proxies import EnvironmentProxies
from woodpecker_auth.version import __version__

from ..keys.source import Access
from .check import Check, Result

_DISTRIBUTION = "woodpecker-client"


def versions() -> Check:
    """Of Python and the packages, and which extras are there."""
    there, missing = _extras()
    found = f"Python {platform.python_version()}, {_DISTRIBUTION} {__version__}, httpx {httpx.__version__}"
    found += f"; extras: {', '.join(there) or 'none'}"
    return Check("versions", Result.OK, found + (f"; not installed: {', '.join(missing)}" if missing else ""))


def _extras() -> tuple[list[str], list[str]]:
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    try:
        declared = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:  # a program in one file
        declared = []
    for line in declared:
        name, extra = re.match(r"[\w.-]+", line), re.search(r"""extra\s*==\s*['"]([\w-]+)""", line)
        if name is not None and extra is not None:
            wanted[extra[1]].add(name[0])
    there = [extra for extra, names in wanted.items() if all(map(_is_there, names))]
    return sorted(there), sorted(wanted.keys() - set(there))


def _is_there(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def settings(access: Access) -> Iterator[Check]:
    """The key's form, and where it would be sent.

    Raises:
        PolicyError: one of them cannot be used.
    """
    kind = "a client's own" if isinstance(access.key, ClientKey) else "an agency's HQ key"
    yield Check("key", Result.OK, f"by {access.origin}; it is said to be {kind}")
    url = access.url
    is_own = str(url).rstrip("/") == DEFAULT_BASE_URL.rstrip("/")
    advice = None if is_own else f"Right for a test server. The API is at {DEFAULT_BASE_URL}"
    yield Check("base URL", Result.OK if is_own else Result.WARN, str(url), advice)
    yield _proxy(url)


def _proxy(url: BaseUrl) -> Check:
    if url.origin.startswith("http:"):
        return Check("proxy, TLS", Result.OK, "neither: this machine's own loopback interface")
    try:
        proxy = EnvironmentProxies().proxy_for(httpx.URL(str(url)))
    except httpx.ProxyError as failure:
        return Check("proxy, TLS", Result.FAIL, str(failure), "Correct the variable, or unset it")
    # Not the URL, which may hold a password.
    by = "no proxy" if proxy is None else f"by the proxy {proxy.url.host}:{proxy.url.port or 'default port'}"
    trusted = [name for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if os.environ.get(name)]
    return Check("proxy, TLS", Result.OK, f"{by}; certificates of {' and '.join(trusted) or 'certifi'}")
