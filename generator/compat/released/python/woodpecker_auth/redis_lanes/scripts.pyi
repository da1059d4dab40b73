from ..account import LaneAccount as LaneAccount
from _typeshed import Incomplete

GO: int

class Script(str):
    sha: str
    def __new__(cls, text: str) -> Script: ...

ENTER: Incomplete
RENEW: Incomplete
LEAVE: Incomplete
ALL: Incomplete

def keys_of(prefix: str, account: LaneAccount) -> tuple[str, ...]: ...
