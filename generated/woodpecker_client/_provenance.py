# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""What this package was generated from, and with what."""

SPEC_VERSION = "1.0.0"
SPEC_SHA256 = "220c8ffeec18e7feb04482d703e94abf3e82fe3b7984063251728b734c9af05f"
GENERATOR = "openapi-python-client 0.29.1"
FORMATTER = "ruff 0.17.6"
