import httpx
from _typeshed import Incomplete
from attrs import field, frozen
from enum import Enum
from typing import Generic, Literal, TypeAlias, TypeVar

class Unset(Enum):
    UNSET = 'UNSET'
    def __bool__(self) -> Literal[False]: ...

UNSET: Literal[Unset.UNSET]
Timeout: TypeAlias
DEFAULT_TIMEOUT: Incomplete

def checked_timeout(timeout: Timeout) -> httpx.Timeout: ...
T_co = TypeVar('T_co', covariant=True)

@frozen
class Response(Generic[T_co]):
    status_code: int
    headers: httpx.Headers = field(repr=False)
    content: bytes = field(repr=False)
    parsed: T_co
