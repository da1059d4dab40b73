# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""The operations as methods, grouped by resource."""
