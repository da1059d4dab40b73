from .app import create_app as create_app
from .fault import Fault as Fault
from .limits import Limits as Limits
from .seed import big_world as big_world
from .server import MockServer as MockServer
from .world import World as World

__all__ = ['create_app', 'Fault', 'Limits', 'big_world', 'MockServer', 'World']
