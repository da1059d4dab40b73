"""The error that a body carries, whichever of the API's forms it has."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from woodpecker_auth.redaction import redact

from .vendor_time import VendorTime

# The statuses that v1's codes stand for, used where v1 reports a failure inside a 200.
# https://developers.woodpecker.co/docs/getting-started/rate-limiting and the vendor's error code pages.
_V1_STATUS = {
    "E_SESSION": 401,
    "E_NO_PERMISSION": 403,
    "E_URL_NOT_FOUND": 404,
    "E_RECORD_NOT_FOUND": 404,
    "E_TOO_MANY_REQUESTS": 429,
    "E_UNKNOWN": 500,
}


class ErrorEnvelope(NamedTuple):
    """What one of the API's error bodies says, whichever of its forms it has."""

    title: str | None = None
    detail: str | None = None
    code: str | None = None
    status: int | None = None
    timestamp: VendorTime | None = None

    def without(self, secrets: list[str]) -> ErrorEnvelope:
        """The same with the secrets in its texts redacted."""
        title, detail, code = (text and redact(text, secrets) for text in (self.title, self.detail, self.code))
        return self._replace(title=title, detail=detail, code=code)


def error_envelope_of(body: object) -> ErrorEnvelope | None:
    """The error that a parsed body carries, or None if it is none of the API's error bodies."""
    if not isinstance(body, dict):
        return None
    document = cast("dict[str, Any]", body)
    status = document.get("status")
    if isinstance(status, dict):
        v1 = cast("dict[str, Any]", status)
        if v1.get("status") == "ERROR":
            code = _text(v1.get("code"))
            return ErrorEnvelope(detail=_text(v1.get("msg")), code=code, status=_V1_STATUS.get(code or "", 400))
    if isinstance(status, int) and status >= 400 and {"title", "detail"} & document.keys():
        time = document.get("timestamp")
        return ErrorEnvelope(
            title=_text(document.get("title")),
            detail=_text(document.get("detail")),
            status=status,
            timestamp=None if time is None else VendorTime(time),
        )
    if isinstance(document.get("code"), str) and document.keys() <= {"code", "message", "details"}:
        details = document.get("details")
        lines: list[Any] = [document.get("message"), *(details if isinstance(details, list) else [details])]
        detail = "; ".join(str(line) for line in lines if line) or None
        return ErrorEnvelope(detail=_text(detail), code=_text(document["code"]))
    return None


def _text(value: object) -> str | None:
    """A value as a text that can be printed: halves of characters, which JSON can hold, become U+FFFD."""
    if value is None:
        return None
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
