# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "f5ce764c97dc3cf3502fae4d846730076bd8711bcacb2270bf1bde5a1d146ac0"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
