from .api import Mock as Mock
from .console import Console as Console
from .limits import Limits as Limits
from .seed import default_world as default_world
from .settings import BATCH_SECONDS as BATCH_SECONDS, Settings as Settings
from .world import World as World
from _typeshed import Incomplete
from collections.abc import Iterable
from starlette.applications import Starlette
from starlette.requests import Request as Request

LIMITS: Incomplete

def create_app(world: World | None = None, *, limits: Limits | None = ..., latency: float = 0.0, batch_seconds: float = ..., older_totals: bool = False, deviations: Iterable[str] = ()) -> Starlette: ...
