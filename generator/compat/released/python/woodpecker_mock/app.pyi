from .api import Mock as Mock
from .console import Console as Console
from .limits import Limits as Limits
from .seed import default_world as default_world
from .world import World as World
from _typeshed import Incomplete
from starlette.applications import Starlette
from starlette.requests import Request as Request

LIMITS: Incomplete

def create_app(world: World | None = None, *, limits: Limits | None = ..., latency: float = 0.0) -> Starlette: ...
