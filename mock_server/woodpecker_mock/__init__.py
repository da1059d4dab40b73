"""The Woodpecker API as a program: agencies, companies and keys, the header policy, limits, faults, and state.

with MockServer() as mock:
    Agency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url)
"""

from .app import create_app
from .deviation import Deviation
from .deviations import DEVIATIONS
from .fault import Fault
from .limits import Limits
from .seed import big_world
from .seed_rules import SeedError
from .server import MockServer
from .world import World

__all__ = ["DEVIATIONS", "Deviation", "Fault", "Limits", "MockServer", "SeedError", "World", "big_world", "create_app"]
