# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "44ee288aba9a49e495de68b90c9f2e592e504e341e373326d14f15229ada2b70"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
