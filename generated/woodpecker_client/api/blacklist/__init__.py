# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Contains endpoint functions for accessing the API"""
