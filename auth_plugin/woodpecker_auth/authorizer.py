"""Which headers a request gets, decided from its URL and its scope."""

from __future__ import annotations

from typing import NoReturn

import httpx

from .base_url import BaseUrl, company_in_path, route_family
from .deadline import DEADLINE_EXTENSION, Deadline
from .errors import PolicyError
from .httpx_logs import hide_query
from .keys import ClientKey, HQKey, Key
from .lane_key import LaneKey, LaneKeys
from .policy import COMPANY_HEADER, KEY_HEADER, decide
from .redaction import SECRETS_EXTENSION, redact_headers
from .scope import CompanyScope, Scope, validate_scope
from .secret import Secret, SecretBytes

#: The request extension that names the account of one request. httpx copies extensions to the requests that follow
#: redirects.
SCOPE_EXTENSION = "woodpecker_scope"
#: The request extension for the company that the path of the first request names.
_COMPANY_EXTENSION = "woodpecker_company_in_path"

_COMPANY_HEADER = COMPANY_HEADER.encode("ascii")
_POLICY_HEADERS = {KEY_HEADER.encode("ascii"), _COMPANY_HEADER}
_NO_TIMEOUTS: dict[str, float | None] = dict.fromkeys(("connect", "read", "write", "pool"))


class Authorization:
    """The headers that a request gets, and the account whose limit it counts against.

    Attributes:
        lane_key: None for a request to another origin, which is sent without the headers.
    """

    __slots__ = ("_headers", "lane_key")

    def __init__(self, headers: list[tuple[bytes, SecretBytes]], lane_key: LaneKey | None) -> None:
        self._headers, self.lane_key = headers, lane_key

    def apply_to(self, request: httpx.Request, deadline: Deadline) -> httpx.Request:
        """A copy of the request with its headers set and its timeouts cut to the deadline.

        The key is never set on the request itself, which callers and tracebacks can reach.
        """
        headers = [header for header in request.headers.raw if header[0].lower() not in _POLICY_HEADERS]
        timeouts = deadline.limit_phases(request.extensions.get("timeout", _NO_TIMEOUTS))
        extensions = {**request.extensions, "timeout": timeouts, DEADLINE_EXTENSION: deadline}
        authorized = httpx.Request(
            request.method,
            request.url,
            headers=[*headers, *self._headers],
            stream=request.stream,
            extensions=extensions,
        )
        hide_query(authorized.url)
        return authorized


class RequestAuthorizer:
    """A key, the one base URL it may be sent to, and the account that requests act for.

    Raises:
        PolicyError: the key is neither an `HQKey` nor a `ClientKey`, or the scope is not a `Scope` or None.
    """

    __slots__ = ("_base_url", "_key", "_lane_keys", "_scope", "_secrets")

    def __init__(self, key: Key, base_url: BaseUrl, scope: Scope | None) -> None:
        if not isinstance(key, HQKey | ClientKey):  # pyright: ignore[reportUnnecessaryIsInstance]
            del key
            raise PolicyError(
                "wrap the key in HQKey(...) or ClientKey(...): its kind decides where it may be sent",
                "invalid_key",
            )
        self._key, self._base_url, self._scope = key, base_url, validate_scope(scope)
        self._secrets = (key.value,)
        self._lane_keys = LaneKeys(key, base_url.origin)

    def __repr__(self) -> str:
        if not hasattr(self, "_lane_keys"):  # a debugger may call this before the constructor has finished
            return "…"
        return f"{self._key!r}, base_url={str(self._base_url)!r}, scope={self._scope!r}"

    def __reduce__(self) -> NoReturn:
        raise TypeError("an object that holds an API key cannot be pickled or copied")

    def secrets(self) -> tuple[Secret, ...]:
        """The secrets to redact in responses and exceptions."""
        return self._secrets

    def redact_response(self, response: httpx.Response) -> None:
        """Redact the headers of a response that is not a success, and attach the secrets that its body may repeat.

        That includes redirects: httpx logs the location and uses it as the URL of the next request.
        """
        response.extensions[SECRETS_EXTENSION] = self._secrets
        if not response.is_success:
            response.headers = redact_headers(response.headers, self._secrets)

    def authorize(self, request: httpx.Request) -> Authorization:
        """The headers and the lane key of a request.

        Raises:
            PolicyError: the request must not be sent.
        """
        path = self._base_url.path_below(request.url)
        if path is not None:
            if "target" in request.extensions:
                raise PolicyError(
                    "httpx's 'target' extension requests another path than the URL names",
                    "ambiguous_path",
                )
            _check_company_after_redirect(request, company_in_path(path))
            family, scope = route_family(path), self._scope_of(request)
            decided = decide(self._key, family, scope).items()
            headers = [(name.encode("ascii"), SecretBytes(value.encode("ascii"))) for name, value in decided]
            return Authorization(headers, self._lane_keys.select(family, scope))
        if _has_body(request):
            # Bodies may hold mailbox passwords, and a 307 would send them to any host it names.
            raise PolicyError(
                f"a request with a body would be sent to {request.url.host}, which is not below {self._base_url}",
                "body_to_other_origin",
            )
        return Authorization([], None)

    def _scope_of(self, request: httpx.Request) -> Scope | None:
        scope = validate_scope(request.extensions.get(SCOPE_EXTENSION, self._scope))
        # Not `headers.get_list`, which first decodes all headers to find out their encoding.
        values = [value for name, value in request.headers.raw if name.lower() == _COMPANY_HEADER]
        if not values:
            return scope
        if len(values) > 1:
            raise PolicyError(
                f"the header {COMPANY_HEADER} occurs {len(values)} times in one request; name one company",
                "duplicate_header",
            )
        company = CompanyScope.from_header(values[0].decode("latin-1"))
        if scope not in (None, company):
            raise PolicyError(
                f"the header names company {company.company_id}, but the request acts for {scope!r}; "
                "leave the header out",
                "company_mismatch",
            )
        return company


def _has_body(request: httpx.Request) -> bool:
    return not isinstance(request.stream, httpx.ByteStream) or any(request.stream)


def _check_company_after_redirect(request: httpx.Request, company: str | None) -> None:
    """
    Raises:
        PolicyError: a redirect leads to a company that the first request did not name.
    """
    # httpx copies the extensions to the requests that follow redirects.
    first_company = request.extensions.setdefault(_COMPANY_EXTENSION, company)
    if company is not None and company != first_company:
        raise PolicyError("a redirect leads to a route of another company than the one requested", "company_mismatch")
