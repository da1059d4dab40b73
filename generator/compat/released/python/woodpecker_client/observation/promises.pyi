from .names import words_of as words_of
from .promise import ANYTHING as ANYTHING, Promise as Promise
from .rules import rules_of as rules_of
from _typeshed import Incomplete
from attrs import frozen
from functools import cache
from typing import Any

@frozen
class PromisedAnswer:
    headers: frozenset[str]
    content: dict[str, Promise]

class Promises:
    version: Incomplete
    operations: dict[str, dict[int, PromisedAnswer]]
    words: Incomplete
    def __init__(self, document: dict[str, Any]) -> None: ...

@cache
def promises() -> Promises: ...
