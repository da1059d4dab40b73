# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "5ade0460382887debebd5b249c4232789bea6d475229e3fd6e8ff06e6c641626"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
