# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "d431802d8517ceb01fd92120ae2e3273a0d90a915e12956bba319edd73bfdbc1"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
