# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "0e21167fbed390bd0670ef3455d2f7dcdf43662b38eca23470668f600a25b5cd"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
