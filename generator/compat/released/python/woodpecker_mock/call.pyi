from .accounts import Account as Account, Agency as Agency, Company as Company
from .document import Operation as Operation
from .policy import Problem as Problem, Verdict as Verdict
from .settings import Settings as Settings
from .world import World as World
from collections.abc import Callable as Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

T = TypeVar('T')
Body: TypeAlias

@dataclass(frozen=True)
class Call:
    world: World
    settings: Settings
    operation: Operation
    verdict: Verdict
    parameters: dict[str, Any]
    body: Any
    @property
    def account(self) -> Account: ...
    @property
    def agency(self) -> Agency: ...
    @property
    def company(self) -> Company: ...
    def page(self, items: list[T], shown: Callable[[T], Any], name: int = 0) -> Body: ...

def missing() -> Problem: ...
def conflict(detail: str) -> Problem: ...
def found(items: dict[int, T], id: int) -> T: ...
