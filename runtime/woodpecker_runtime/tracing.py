"""OpenTelemetry spans, one for each request: `pip install "woodpecker-client[opentelemetry]"`.

    Agency(key, hooks=[OpenTelemetryHooks()])

Names follow https://opentelemetry.io/docs/specs/semconv/http/http-spans/; what is ours begins with `woodpecker.`.
"""

from __future__ import annotations

from contextvars import Token
from urllib.parse import urlsplit

try:
    from opentelemetry import context, trace
    from opentelemetry.context import Context
except ImportError as missing:
    raise ImportError('spans need OpenTelemetry: pip install "woodpecker-client[opentelemetry]"') from missing

from .hooks import Attempt, Hooks


class OpenTelemetryHooks(Hooks):
    """A client span for each request, from before its wait in the lane until its response is read.

    Span attributes: `woodpecker.operation`, `woodpecker.company_id` (left out for the key's own account),
    `woodpecker.lane_wait_ms`, and those of OpenTelemetry for HTTP clients, with the path template instead of the URL.

    Args:
        tracer_provider: None for the global one.
    """

    def __init__(self, tracer_provider: trace.TracerProvider | None = None) -> None:
        self._tracer = trace.get_tracer("woodpecker_client", tracer_provider=tracer_provider)
        self._open: dict[Attempt, tuple[trace.Span, Token[Context]]] = {}

    def on_request(self, attempt: Attempt) -> None:
        server = urlsplit(attempt.base_url)
        attributes: dict[str, str | int] = {
            "http.request.method": attempt.method,
            "url.template": attempt.path,
            "server.address": server.hostname or "",
            "server.port": server.port or (443 if server.scheme == "https" else 80),
            "woodpecker.operation": attempt.operation,
        }
        if attempt.company is not None:
            attributes["woodpecker.company_id"] = attempt.company
        if attempt.number > 1:
            attributes["http.request.resend_count"] = attempt.number - 1
        span = self._tracer.start_span(
            f"{attempt.method} {attempt.path}", kind=trace.SpanKind.CLIENT, attributes=attributes
        )
        # Current for what happens below, such as the spans of httpx's own instrumentation.
        self._open[attempt] = span, context.attach(trace.set_span_in_context(span))

    def on_response(self, attempt: Attempt) -> None:
        if attempt not in self._open:
            return  # another hook stopped the call before this one heard of it
        span, token = self._open.pop(attempt)
        context.detach(token)
        span.set_attribute("woodpecker.lane_wait_ms", round(attempt.lane_wait * 1000, 3))
        if attempt.status:
            span.set_attribute("http.response.status_code", attempt.status)
        if attempt.error is not None:
            # The text stays out: it may quote what the API said about a person.
            kind = type(attempt.error).__name__
            span.set_attribute("error.type", kind)
            span.set_status(trace.StatusCode.ERROR, kind)
        span.end()
