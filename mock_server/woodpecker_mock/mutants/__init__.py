"""Mutants: named bugs of the API that can be enabled, to see whether tests notice them."""
