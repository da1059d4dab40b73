from .certificate import Certificate as Certificate, usable as usable
from .limits import Limits as Limits
from .seed import big_world as big_world, default_world as default_world
from .world import World as World
from collections.abc import Sequence
from dataclasses import dataclass

@dataclass(frozen=True)
class Options:
    host: str
    port: int
    companies: int | None
    latency: float
    limits: Limits | None
    certificate: Certificate | None = ...
    def world(self) -> World: ...

def read(words: Sequence[str] | None = None) -> Options: ...
