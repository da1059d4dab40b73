"""Where the key may go: one origin, one base path, and which family a path below it belongs to."""

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
# Escapes that one server decodes before it routes and another does not: characters that need no escape, separators,
# the escape sign itself, control characters.
_TWO_READINGS = {*f"{string.ascii_letters}{string.digits}-._~/\\;%\x7f".encode(), *range(32)}


class BaseUrl:
    """The API's address.

    Args:
        url: absolute; https, or http on this machine's loopback interface.

    Raises:
        PolicyError: it is no such address, or it carries a user, a query or a fragment.
    """

    __slots__ = ("_origin", "_path", "_text")

    def __init__(self, url: str | httpx.URL | BaseUrl) -> None:
        text = str(url)
        del url  # It may hold a password, or be a key in the wrong place, and tracebacks can show locals.
        text, refusal = _read(text)
        if refusal is not None:
            raise refusal
        parsed = httpx.URL(text)
        self._origin, self._path, self._text = _origin(parsed), _path(parsed).rstrip("/"), text

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        # A debugger may look before it is complete.
        return f"BaseUrl({getattr(self, '_text', None)!r})"

    @property
    def origin(self) -> str:
        """Scheme, host and port as one text; two spellings of one origin are the same text."""
        scheme, host, port = self._origin
        return f"{scheme}://{host}:{port or {'http': 80, 'https': 443}[scheme]}"

    def covers(self, url: httpx.URL) -> bool:
        """Whether a URL is on the API's origin and, letter for letter, below its base path."""
        return _origin(url) == self._origin and f"{_path(url)}/".startswith(f"{self._path}/")

    def family(self, url: httpx.URL) -> RouteFamily:
        """The route family of a URL that is covered: `/v2/agency` and below is agency, the rest account.

        The two segments that decide are plain lower case. `/v2/Agency` is refused although the API is known to
        tell the cases apart: a server that does not would run an agency route under an account's rules.

        Raises:
            PolicyError: the path could be read as more than one route.
        """
        below = _path(url)[len(self._path) :]
        deciding = below.split("/")[1:3]
        if not _reads_one_way(below) or not all(map(_PLAIN_SEGMENT.fullmatch, deciding)):
            raise PolicyError(
                f"the path {below!r} can be read as more than one route: write it in plain lower "
                "case, without dot segments, doubled slashes, ';' or needless % escapes",
                "ambiguous_path",
            )
        return "agency" if deciding == ["v2", "agency"] else "account"


def company_in(url: httpx.URL) -> str | None:
    """What stands where a path of the API names a company, such as `/v2/agency/companies/880101/users`."""
    named = _COMPANY.search(_path(url))
    return named and named[1]


def _read(text: str) -> tuple[str, PolicyError | None]:
    """The URL as httpx writes it; or nothing, and why it cannot be used."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, TypeError, ValueError):
        return "", PolicyError("the base URL is not a URL", "invalid_base_url")
    if url.scheme not in ("http", "https") or not url.host:
        reason = "the base URL is not absolute; it begins with https:// and a host"
    elif url.userinfo or any(sign in str(url) for sign in "?#"):
        reason = "the base URL may not carry a user, a query or a fragment"
    elif url.port is not None and not 0 < url.port < 2**16:
        reason = "the port of the base URL is not between 1 and 65535"
    elif not _reads_one_way(_path(url).rstrip("/")):
        reason = "the path of the base URL can be read in more than one way"
    elif url.scheme == "http" and not _is_loopback(_host(url)):
        reason = (
            f"http would send the key in clear to {url.host}: use https (http is for localhost, 127.0.0.0/8 and ::1)"
        )
        return "", PolicyError(reason, "insecure_base_url")
    else:
        return str(url), None
    return "", PolicyError(reason, "invalid_base_url")


def _path(url: httpx.URL) -> str:
    return url.raw_path.partition(b"?")[0].decode("ascii")


def _reads_one_way(path: str) -> bool:
    segments = path.split("/")[1:]
    return (
        "" not in segments[:-1]
        and not {".", ".."}.intersection(segments)
        and not any(sign in path for sign in "\\;")
        and not any(int(code, 16) in _TWO_READINGS for code in _ESCAPE.findall(path))
    )


def _origin(url: httpx.URL) -> tuple[str, str | IPv4Address | IPv6Address, int | None]:
    # httpx leaves a port out where it is the default of the scheme.
    return url.scheme, _host(url), url.port


def _host(url: httpx.URL) -> str | IPv4Address | IPv6Address:
    # `raw_host` is lower case and in IDNA's ASCII form.
    return _host_or_address(url.raw_host.decode("ascii"))


@lru_cache
def _host_or_address(host: str) -> str | IPv4Address | IPv6Address:
    # An address is not a text here, so that "127.0.0.1." with its dot, which is a name for a resolver to look up, does
    # not equal it.
    try:
        return ip_address(host)
    except ValueError:
        return host.removesuffix(".")


def _is_loopback(host: str | IPv4Address | IPv6Address) -> bool:
    return host == "localhost" if isinstance(host, str) else host.is_loopback
