from .document import document as document
from _typeshed import Incomplete
from typing import Any

class SeedError(ValueError):
    problems: Incomplete
    def __init__(self, problems: list[str]) -> None: ...

def plain(value: object) -> Any: ...
def problems_with(seed: Any) -> list[str]: ...
