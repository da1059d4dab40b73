"""What every call of a generated client does: arguments, requests, retries, responses, errors, pages, fan-out, hooks.

Programs import `woodpecker_client`, which re-exports what they need. What sees an operation is here; what sees an
HTTP request is in `woodpecker_auth`.
"""
