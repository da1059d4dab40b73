"""What one request carries, decided from its URL and its scope."""

from __future__ import annotations

from typing import NoReturn

import httpx

from .account import Accounts, LaneAccount
from .base_url import BaseUrl, company_in
from .deadline import DEADLINE_EXTENSION, Deadline, seconds
from .errors import PolicyError
from .httpx_logs import hide_query
from .keys import ClientKey, HQKey, Key
from .masking import SECRETS_EXTENSION, masked_headers
from .policy import COMPANY_HEADER, KEY_HEADER, decide
from .scope import CompanyScope, Scope, checked_scope
from .secret import Secret, SecretBytes

#: The request extension that names the account of one request. httpx hands it on from hop to hop of a redirect.
SCOPE_EXTENSION = "woodpecker_scope"
#: The request extension for the company that the path of the first request names.
_COMPANY_EXTENSION = "woodpecker_company_in_path"

_NO_TIMEOUTS: dict[str, float | None] = dict.fromkeys(("connect", "read", "write", "pool"))


class Passage:
    """What was decided about a request: the headers it gets, and the account it counts against.

    Attributes:
        account: None for a request that leaves for another origin, bare.
    """

    __slots__ = ("_headers", "account")

    def __init__(self, headers: list[tuple[bytes, SecretBytes]], account: LaneAccount | None) -> None:
        self._headers, self.account = headers, account

    def stamped(self, request: httpx.Request, deadline: Deadline) -> httpx.Request:
        """A copy of the request with the headers that belong on it; the request itself never has the key."""
        headers = request.headers.copy()
        for name in (KEY_HEADER, COMPANY_HEADER):
            headers.pop(name, None)
        headers.update(self._headers)
        timeouts = {
            phase: deadline.limit(seconds(given, f"the {phase} timeout"))
            for phase, given in request.extensions.get("timeout", _NO_TIMEOUTS).items()
        }
        extensions = {**request.extensions, "timeout": timeouts, DEADLINE_EXTENSION: deadline}
        stamped = httpx.Request(
            request.method,
            request.url,
            headers=headers,
            stream=request.stream,
            extensions=extensions,
        )
        hide_query(stamped.url)
        return stamped


class Stamp:
    """A key, the one address it may go to, and the account that requests act for.

    Raises:
        PolicyError: the key is neither an `HQKey` nor a `ClientKey`, or the scope is none.
    """

    __slots__ = ("_accounts", "_base_url", "_key", "_scope")

    def __init__(self, key: Key, base_url: BaseUrl, scope: Scope | None) -> None:
        if not isinstance(key, HQKey | ClientKey):  # pyright: ignore[reportUnnecessaryIsInstance]
            del key
            raise PolicyError(
                "wrap the key in HQKey(...) or ClientKey(...): its kind decides where it may go",
                "invalid_key",
            )
        self._key, self._base_url, self._scope = key, base_url, checked_scope(scope)
        self._accounts = Accounts(key, base_url.origin)

    def __repr__(self) -> str:
        if not hasattr(self, "_accounts"):  # a debugger may look before it is complete
            return "…"
        return f"{self._key!r}, base_url={str(self._base_url)!r}, scope={self._scope!r}"

    def __reduce__(self) -> NoReturn:
        raise TypeError("what holds a key is neither pickled nor copied")

    def secrets(self) -> tuple[Secret, ...]:
        """What must not be seen in anything that comes back."""
        return (self._key.value,)

    def receive(self, answer: httpx.Response) -> None:
        """Let whoever reads the answer know what it might quote, and take the key out of a failure's headers.

        Those of a redirect are among them: its location is logged, and becomes the URL of the next request.
        """
        answer.extensions[SECRETS_EXTENSION] = self.secrets()
        if not answer.is_success:
            answer.headers = masked_headers(answer.headers, self.secrets())

    def decide(self, request: httpx.Request) -> Passage:
        """What the request may carry.

        Raises:
            PolicyError: the request must not be sent.
        """
        if self._base_url.covers(request.url):
            if "target" in request.extensions:
                raise PolicyError(
                    "httpx's 'target' extension asks for another path than the URL names",
                    "ambiguous_path",
                )
            _stay_with_the_company(request)
            family, scope = self._base_url.family(request.url), self._scope_of(request)
            decided = decide(self._key, family, scope).items()
            headers = [(name.encode("ascii"), SecretBytes(value.encode("ascii"))) for name, value in decided]
            return Passage(headers, self._accounts.of(family, scope))
        if _has_body(request):
            # Bodies here hold mailbox passwords, and a 307 sends them wherever it points.
            raise PolicyError(
                f"a request with a body was to leave for {request.url.host}, which is not below {self._base_url}",
                "body_to_other_origin",
            )
        return Passage([], None)

    def _scope_of(self, request: httpx.Request) -> Scope | None:
        scope = checked_scope(request.extensions.get(SCOPE_EXTENSION, self._scope))
        named = request.headers.get_list(COMPANY_HEADER)
        if not named:
            return scope
        if len(named) > 1:
            raise PolicyError(
                f"the header {COMPANY_HEADER} stands {len(named)} times on one request; name one company",
                "duplicate_header",
            )
        company = CompanyScope.from_header(named[0])
        if scope not in (None, company):
            raise PolicyError(
                f"the header names company {company.company_id}, but the request acts for {scope!r}; "
                "leave the header out",
                "company_mismatch",
            )
        return company


def _has_body(request: httpx.Request) -> bool:
    return not isinstance(request.stream, httpx.ByteStream) or any(request.stream)


def _stay_with_the_company(request: httpx.Request) -> None:
    """
    Raises:
        PolicyError: a redirect leads to a company that the first request did not name.
    """
    named = company_in(request.url)
    # A redirect takes the extensions along.
    asked_for = request.extensions.setdefault(_COMPANY_EXTENSION, named)
    if named is not None and named != asked_for:
        raise PolicyError(
            "a redirect leads to another company's route than the one that was asked for", "company_mismatch"
        )
