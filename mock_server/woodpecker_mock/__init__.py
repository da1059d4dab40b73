"""The Woodpecker API as a program: agencies, companies and keys, the header policy, and state.

with MockServer() as mock:
    Agency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url)
"""

from .app import create_app
from .server import MockServer
from .world import World

__all__ = ["MockServer", "World", "create_app"]
