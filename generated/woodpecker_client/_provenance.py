# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "d88a998078d43426c8e18e6ab3cb5722407a09e391de51d8d0f558a5e9a6d5f7"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
