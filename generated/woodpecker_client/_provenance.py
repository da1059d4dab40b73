# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "e936c75c554da21ce83d63196bd781d5c48c26289fb08b626b3d2870325da35c"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
