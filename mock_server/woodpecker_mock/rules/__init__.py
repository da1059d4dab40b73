"""The rules that a request has to pass: the header policy and the limits of its account; and the mock's settings."""
