"""Headers that a response may carry without a word in the spec.

They belong to HTTP itself, to browsers, or to a proxy or CDN on the way, and say nothing about the API. What tells a
client how to behave, such as `Retry-After`, is not among them.
https://www.iana.org/assignments/http-fields/http-fields.xhtml
"""

from __future__ import annotations

_ORDINARY = frozenset({
    "accept-ranges", "age", "allow", "alt-svc", "cache-control", "connection", "content-disposition",
    "content-encoding", "content-language", "content-length", "content-location", "content-security-policy",
    "content-type", "cross-origin-embedder-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
    "date", "etag", "expect-ct", "expires", "keep-alive", "last-modified", "location", "nel", "origin-agent-cluster",
    "p3p", "permissions-policy", "pragma", "priority", "proxy-connection", "referrer-policy", "report-to",
    "reporting-endpoints", "server", "server-timing", "set-cookie", "strict-transport-security",
    "timing-allow-origin", "trailer", "transfer-encoding", "upgrade", "vary", "via", "www-authenticate", "x-cache",
    "x-cache-hits", "x-content-type-options", "x-dns-prefetch-control", "x-download-options", "x-frame-options",
    "x-permitted-cross-domain-policies", "x-powered-by", "x-robots-tag", "x-served-by", "x-timer", "x-xss-protection",
})  # fmt: skip
_ORDINARY_STARTS = ("access-control-", "cf-", "x-amz-", "x-amzn-", "x-envoy-")


def is_ordinary(name: str) -> bool:
    """Whether a header (its name in lower case) is one of those."""
    return name in _ORDINARY or name.startswith(_ORDINARY_STARTS)
