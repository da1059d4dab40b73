"""Where the key may go: one origin, one base path, and which family a path below it belongs to."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import unquote

import httpx

from .errors import PolicyError
from .policy import RouteFamily

_AGENCY = re.compile(r"/v2/agency(/|$)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


class BaseUrl:
    """The API's address.

    Args:
        url: absolute; https, or http on this machine's loopback interface.

    Raises:
        PolicyError: it is no such address, or carries a user, a query or a fragment.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = httpx.URL(url)
        except (httpx.InvalidURL, TypeError):
            raise PolicyError("the base URL is not a URL", "invalid_base_url") from None
        if parsed.scheme not in _DEFAULT_PORTS or not parsed.host:
            raise PolicyError("the base URL is not an absolute http or https URL", "invalid_base_url")
        if parsed.userinfo or parsed.query or parsed.fragment:
            raise PolicyError("the base URL may not carry a user, a query or a fragment", "invalid_base_url")
        if parsed.scheme == "http" and not _is_loopback(parsed.host):
            raise PolicyError(
                f"http would send the key in clear to {parsed.host}; use https (http is for loopback only)",
                "insecure_base_url",
            )
        self._origin = _origin(parsed)
        self._path = parsed.path.rstrip("/")
        self._text = str(parsed)

    def __str__(self) -> str:
        return self._text

    def covers(self, url: httpx.URL) -> bool:
        """Whether a URL is on the API's origin and below its base path."""
        return _origin(url) == self._origin and (url.path == self._path or url.path.startswith(self._path + "/"))

    def family(self, url: httpx.URL) -> RouteFamily:
        """The route family of a URL that is covered.

        Raises:
            PolicyError: the path could be read as more than one route, such as one with encoded slashes.
        """
        raw = url.raw_path.partition(b"?")[0].decode("ascii", "replace")
        below = raw[len(self._path) :]
        plain = unquote(below)
        if "%" in plain or "\\" in plain or ";" in plain or "//" in plain or plain.count("/") != below.count("/"):
            raise PolicyError("the path can be read in more than one way", "ambiguous_path")
        if any(part in {".", ".."} for part in plain.split("/")):
            raise PolicyError("the path can be read in more than one way", "ambiguous_path")
        family: RouteFamily = "agency" if _AGENCY.match(plain) else "account"
        if (family == "agency") != below.startswith("/v2/agency"):
            # Written in another case or with encoded letters: servers disagree on what that names.
            raise PolicyError("the path can be read in more than one way", "ambiguous_path")
        return family


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host.rstrip(".").lower(), url.port or _DEFAULT_PORTS.get(url.scheme)


def _is_loopback(host: str) -> bool:
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
