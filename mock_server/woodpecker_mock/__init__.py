"""The Woodpecker API as a program: agencies, companies and keys, the header policy, limits, faults, and state.

with MockServer() as mock:
    Agency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url)
"""

from .faults.fault import Fault
from .mutants.catalog import MUTANTS
from .mutants.mutant import Mutant
from .rules.limits import Limits
from .server.app import create_app
from .server.mock_server import MockServer
from .world.sample_worlds import big_world
from .world.seed_schema import SeedError
from .world.world import World

__all__ = ["MUTANTS", "Fault", "Limits", "MockServer", "Mutant", "SeedError", "World", "big_world", "create_app"]
