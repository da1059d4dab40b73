"""This client with its extra `fast`, from a folder of its own: all other measurements are without it."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["BENCH_FAST"])

# Only now: the client chooses its decoder when it is imported.
from .woodpecker import blocking, in_asyncio

__all__ = ["blocking", "in_asyncio"]
