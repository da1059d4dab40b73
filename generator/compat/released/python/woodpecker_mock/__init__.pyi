from .app import create_app as create_app
from .deviation import Deviation as Deviation
from .deviations import DEVIATIONS as DEVIATIONS
from .fault import Fault as Fault
from .limits import Limits as Limits
from .seed import big_world as big_world
from .seed_rules import SeedError as SeedError
from .server import MockServer as MockServer
from .world import World as World

__all__ = ['create_app', 'Deviation', 'DEVIATIONS', 'Fault', 'Limits', 'big_world', 'SeedError', 'MockServer', 'World']
