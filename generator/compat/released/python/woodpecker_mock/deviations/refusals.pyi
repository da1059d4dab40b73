from ..deviation import Asked as Asked
from ..policy import Problem as Problem
from collections.abc import Generator
from contextlib import contextmanager

@contextmanager
def refused_as(row: int, problem: Problem) -> Generator[None]: ...
def admitted(asked: Asked, access: str) -> Asked: ...
