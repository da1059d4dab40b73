from .reading import Reader as Reader
from attrs import frozen
from typing import Generic, Literal, TypeVar

T_co = TypeVar('T_co', covariant=True)

@frozen
class Operation(Generic[T_co]):
    id: str
    method: str
    path: str
    family: Literal['agency', 'account']
    retry: Literal['safe', 'rejected-only']
    outcome_check: str | None
    effects: frozenset[str]
    has_body: bool
    read: Reader[T_co]
