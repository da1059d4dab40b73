"""The operations as methods, grouped by resource, as coroutines."""
