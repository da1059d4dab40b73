# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""OpenTelemetry spans, one for each request: `pip install "woodpecker-client[opentelemetry]"`."""

from woodpecker_runtime.tracing import OpenTelemetryHooks

__all__ = ["OpenTelemetryHooks"]
