"""Fixtures for the tests of programs that use the client: `woodpecker_mock`, `agency`, `async_agency`.

pytest finds the plugin by itself. docs/reference/pytest.md describes it.
"""
