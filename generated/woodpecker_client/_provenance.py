# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "66e738a1f378d1a07e84639ed4eb79ea5caedf24b4fd4e55e808f6653f7e4fc0"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
