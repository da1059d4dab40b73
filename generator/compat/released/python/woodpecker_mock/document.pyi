import jsonschema_rs
from _typeshed import Incomplete
from dataclasses import dataclass
from functools import cache, cached_property as cached_property
from typing import Any

class Refusal(Exception):
    problems: Incomplete
    def __init__(self, problems: tuple[str, ...]) -> None: ...

@dataclass(frozen=True)
class Pages:
    first: int
    page: str
    page_size: int
    items: str
    total_items: tuple[str, ...]
    total_pages: tuple[str, ...] = ...
    size: str | None = ...

@dataclass(frozen=True)
class Parameter:
    name: str
    place: str
    required: bool
    kind: str
    validator: jsonschema_rs.Draft202012Validator
    cut: int | None = ...
    def read(self, text: str) -> Any: ...

@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    path: str
    family: str
    raw: dict[str, Any]
    parameters: tuple[Parameter, ...]
    body: jsonschema_rs.Draft202012Validator | None
    answers: dict[int, jsonschema_rs.Draft202012Validator | None]
    @cached_property
    def success(self) -> int: ...
    @cached_property
    def coded_errors(self) -> frozenset[int]: ...
    @cached_property
    def pages(self) -> Pages: ...
    def parse(self, path: dict[str, str], query: dict[str, str]) -> dict[str, Any]: ...
    def check_body(self, value: Any) -> None: ...

@cache
def document() -> dict[str, Any]: ...
@cache
def operations() -> dict[str, Operation]: ...
