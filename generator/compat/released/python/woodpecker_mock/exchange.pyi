from . import answers as answers, body as body
from .api import Mock as Mock
from .call import Call as Call
from .caller import Caller as Caller
from .deviation import Asked as Asked, Given as Given
from .document import Operation as Operation
from .fault_rules import When as When
from .keys import Holder as Holder
from .limits import TurnedAway as TurnedAway
from .policy import Problem as Problem, Verdict as Verdict
from .records import Entry as Entry
from .sent import Sent as Sent
from .spoil import spoil as spoil
from collections.abc import Callable as Callable
from starlette.requests import Request as Request
from starlette.types import Send as Send

class Exchange:
    def __init__(self, mock: Mock, request: Request, send: Send, operation: Operation, texts: dict[str, str], entry: Entry) -> None: ...
    async def run(self) -> None: ...
