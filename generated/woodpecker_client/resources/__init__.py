"""The operations as methods, grouped by resource, as blocking calls."""
