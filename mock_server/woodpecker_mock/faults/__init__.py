"""Faults on demand: what a fault is, which requests match it, and what it does to a response."""
