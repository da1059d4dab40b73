"""`nox -s lint` installs Spectral and names it in SPECTRAL; elsewhere there is none, and this tier is not collected."""

import os

collect_ignore_glob = [] if "SPECTRAL" in os.environ else ["test_*.py"]
