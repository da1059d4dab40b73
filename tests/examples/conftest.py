"""`nox -s examples` installs the example and what it needs. Elsewhere it is missing, and this tier is not collected."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("woodpecker_mcp") else ["test_*.py"]
