# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "0c2b0668b89287b7c4111e200b384acd695eb763f031e8c31c16863a26955144"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
