"""The API: the mock's state, and how a request is handled."""
