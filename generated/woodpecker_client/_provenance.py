# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "7e423965737810d773c6731669c41242e3daa41c971e9effec228892dad7a574"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
