"""`nox -s examples` installs what the examples need; elsewhere, those are left out that need more than the package."""

from importlib.util import find_spec

_NEEDS = {"test_mcp_server.py": "woodpecker_mcp", "test_services.py": "celery", "test_notebook.py": "nbclient"}
collect_ignore = [name for name, package in _NEEDS.items() if find_spec(package) is None]
