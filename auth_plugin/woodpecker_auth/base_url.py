"""The API's base URL: which URLs it covers, and to which route family a path below it belongs."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpx

from .errors import PolicyError
from .policy import RouteFamily

_COMPANY = re.compile(r"/companies/([^/]+)")
_PLAIN_SEGMENT = re.compile(r"[a-z0-9_-]*")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
# Escapes that some servers decode before routing and others do not: characters that need no escape, separators, the
# percent sign, control characters.
_AMBIGUOUS_ESCAPES = {*f"{string.ascii_letters}{string.digits}-._~/\\;%\x7f".encode(), *range(32)}


class BaseUrl:
    """The base URL of the API.

    Args:
        url: absolute; https, or http on this machine's loopback interface.

    Raises:
        PolicyError: the URL is not of this form, or has a user, a query or a fragment.
    """

    __slots__ = ("_origin", "_path", "_text")

    def __init__(self, url: str | httpx.URL | BaseUrl) -> None:
        text = str(url)
        del url  # It may hold a password, or be a key in the wrong argument, and tracebacks can show locals.
        text, refusal = _read(text)
        if refusal is not None:
            raise refusal
        parsed = httpx.URL(text)
        self._origin, self._path, self._text = _origin(parsed), _path(parsed).rstrip("/"), text

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        # A debugger may call this before the constructor has finished.
        return f"BaseUrl({getattr(self, '_text', None)!r})"

    @property
    def origin(self) -> str:
        """Scheme, host and port as a normalized string: two spellings of one origin give the same string."""
        scheme, host, port = self._origin
        return f"{scheme}://{host}:{port or {'http': 80, 'https': 443}[scheme]}"

    def path_below(self, url: httpx.URL) -> str | None:
        """The path of a URL without the base path, such as `/v2/mailboxes`.

        None for a URL of another origin, or whose path does not start with the base path, compared case-sensitively.
        """
        path = _path(url)
        if not f"{path}/".startswith(f"{self._path}/") or _origin(url) != self._origin:
            return None
        return path[len(self._path) :]


@lru_cache(maxsize=1024)
def route_family(path: str) -> RouteFamily:
    """The route family of a path below the base URL: `agency` for `/v2/agency` and paths below it, else `account`.

    The first two segments have to be plain lower case. `/v2/Agency` is refused although the API is known to be
    case-sensitive: a server that is not would run an agency route under the rules of an account route.

    Raises:
        PolicyError: servers may read the path as different routes.
    """
    first_segments = path.split("/")[1:3]
    if not _is_unambiguous(path) or not all(map(_PLAIN_SEGMENT.fullmatch, first_segments)):
        raise PolicyError(
            f"the path {path!r} is ambiguous: write it in plain lower case, without dot segments, double slashes, "
            "';' or unnecessary % escapes",
            "ambiguous_path",
        )
    return "agency" if first_segments == ["v2", "agency"] else "account"


def company_in_path(path: str) -> str | None:
    """The path segment that names a company, such as `880101` in `/v2/agency/companies/880101/users`."""
    match = _COMPANY.search(path)
    return match and match[1]


def _read(text: str) -> tuple[str, PolicyError | None]:
    """The URL as httpx normalizes it; or an empty string and the error."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, TypeError, ValueError):
        return "", PolicyError("the base URL is not a URL", "invalid_base_url")
    if url.scheme not in ("http", "https") or not url.host:
        reason = "the base URL is not absolute; it begins with https:// and a host"
    elif url.userinfo or any(sign in str(url) for sign in "?#"):
        reason = "the base URL must not have a user, a query or a fragment"
    elif url.port is not None and not 0 < url.port < 2**16:
        reason = "the port of the base URL is not between 1 and 65535"
    elif not _is_unambiguous(_path(url).rstrip("/")):
        reason = "the path of the base URL is ambiguous"
    elif url.scheme == "http" and not _is_loopback(_host(url.raw_host)):
        reason = (
            f"http would send the key unencrypted to {url.host}: use https (http is for localhost, 127.0.0.0/8 and ::1)"
        )
        return "", PolicyError(reason, "insecure_base_url")
    else:
        return str(url), None
    return "", PolicyError(reason, "invalid_base_url")


def _path(url: httpx.URL) -> str:
    return url.raw_path.partition(b"?")[0].decode("ascii")


def _is_unambiguous(path: str) -> bool:
    segments = path.split("/")[1:]
    return (
        "" not in segments[:-1]
        and not {".", ".."}.intersection(segments)
        and not any(sign in path for sign in "\\;")
        and not any(int(code, 16) in _AMBIGUOUS_ESCAPES for code in _ESCAPE.findall(path))
    )


def _origin(url: httpx.URL) -> tuple[str, str | IPv4Address | IPv6Address, int | None]:
    # httpx omits the default port of the scheme.
    return url.scheme, _host(url.raw_host), url.port


@lru_cache
def _host(raw_host: bytes) -> str | IPv4Address | IPv6Address:
    # `raw_host` is lower case and in IDNA's ASCII form. An address is not a string here, so that "127.0.0.1." with a
    # dot, which is a name for the resolver, is not equal to it.
    host = raw_host.decode("ascii")
    try:
        return ip_address(host)
    except ValueError:
        return host.removesuffix(".")


def _is_loopback(host: str | IPv4Address | IPv6Address) -> bool:
    return host == "localhost" if isinstance(host, str) else host.is_loopback
