from .accounts import Account as Account, Agency as Agency, Company as Company
from .policy import Problem as Problem, Verdict as Verdict
from .world import World as World
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

T = TypeVar('T')
Body: TypeAlias

@dataclass(frozen=True)
class Call:
    world: World
    verdict: Verdict
    parameters: dict[str, Any]
    body: Any
    @property
    def account(self) -> Account: ...
    @property
    def agency(self) -> Agency: ...
    @property
    def company(self) -> Company: ...
    def page(self, items: list[T], size: int) -> tuple[list[T], dict[str, int]]: ...

def missing() -> Problem: ...
def conflict(detail: str) -> Problem: ...
def found(items: dict[int, T], id: int) -> T: ...
