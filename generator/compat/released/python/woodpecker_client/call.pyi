import httpx
from .answer import Asked as Asked, read_answer as read_answer
from .arguments import secrets_in as secrets_in
from .errors import CallError as CallError, ConnectionFailed as ConnectionFailed, InvalidValue as InvalidValue, LaneTimeout as LaneTimeout, PolicyError as PolicyError, TimedOut as TimedOut, TransportError as TransportError, WoodpeckerError as WoodpeckerError
from .hooks import Attempt as Attempt, Hooks as Hooks, log_request as log_request, log_retry as log_retry, tell_request as tell_request, tell_response as tell_response
from .observing import Observer as Observer, show as show
from .operation import Operation as Operation
from .retrying import Repetition as Repetition, may_have_run as may_have_run
from .types import Response as Response, Unset as Unset
from attrs import frozen
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

T = TypeVar('T')

@frozen
class CallSettings:
    base_url: str
    deadline: float | None
    retries: int
    hooks: tuple[Hooks, ...]
    observer: Observer | None

class Call(Generic[T]):
    def __init__(self, operation: Operation[T], kwargs: dict[str, Any], extensions: dict[str, Any], settings: CallSettings, deadline: float | None | Unset, company: int | None) -> None: ...
    def pause_after(self, error: CallError) -> float | None: ...
    def patience(self) -> float | None: ...
    @contextmanager
    def attempt(self) -> Generator[None, None, None]: ...
    def build(self, http: httpx.Client | httpx.AsyncClient) -> httpx.Request: ...
    def read(self, response: httpx.Response) -> Response[T]: ...
