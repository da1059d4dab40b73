from .headers import is_ordinary as is_ordinary
from .names import HIDDEN as HIDDEN, HIDDEN_MEDIA_TYPE as HIDDEN_MEDIA_TYPE, printable as printable, printable_media_type as printable_media_type
from .places import Finding as Finding, Place as Place, Room as Room
from .promise import ANYTHING as ANYTHING
from .promises import PromisedAnswer as PromisedAnswer
from .report import Kind as Kind
from _typeshed import Incomplete
from collections.abc import Iterator, Mapping

class Body:
    media_type: Incomplete
    is_json: Incomplete
    unreadable: str | None
    value: object
    def __init__(self, content_type: str | None, content: bytes) -> None: ...

class AnswersSeen:
    number: int
    def __init__(self, promised: PromisedAnswer | None) -> None: ...
    def look(self, headers: Mapping[str, str], body: Body, words: frozenset[str], room: Room) -> None: ...
    def findings(self) -> Iterator[Finding]: ...
