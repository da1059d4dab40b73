from .answers import AnswersSeen as AnswersSeen, Body as Body
from .places import Room as Room
from .promises import promises as promises
from .report import Deviation as Deviation, Kind as Kind, Report as Report, in_order as in_order
from collections.abc import Mapping

class Tally:
    def __init__(self) -> None: ...
    def add(self, operation: str, status: int, headers: Mapping[str, str], content: bytes) -> None: ...
    def report(self) -> Report: ...
