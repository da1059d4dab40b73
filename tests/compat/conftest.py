"""`nox -s compat` builds oasdiff and names it in OASDIFF; elsewhere there is none, and this tier is not collected."""

import os

collect_ignore_glob = [] if "OASDIFF" in os.environ else ["test_*.py"]
