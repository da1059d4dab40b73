import argparse
from .certificate import Certificate as Certificate, usable as usable
from .deviations import DEVIATIONS as DEVIATIONS, named as named
from .limits import Limits as Limits
from .protocol import REQUEST_TIMEOUT as REQUEST_TIMEOUT
from .seed import big_world as big_world, default_world as default_world
from .seed_file import SeedError as SeedError
from .settings import BATCH_SECONDS as BATCH_SECONDS, LONGEST as LONGEST
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
    deviations: tuple[str, ...] = ...
    request_timeout: float = ...
    batch_seconds: float = ...
    older_totals: bool = ...
    seed: World | None = ...
    def world(self) -> World: ...

def read(words: Sequence[str] | None = None) -> Options: ...

class _ListDeviations(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None: ...
