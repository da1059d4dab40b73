from .accounts import Account as Account
from .keys import Holder as Holder
from _typeshed import Incomplete
from dataclasses import dataclass

class Problem(Exception):
    status: Incomplete
    title: Incomplete
    detail: Incomplete
    row: Incomplete
    def __init__(self, status: int, title: str | None = None, detail: str = '', row: int | None = None) -> None: ...

@dataclass(frozen=True)
class Verdict:
    row: int
    holder: Holder
    account: Account

def judge(holder: Holder | None, family: str, keys: list[str], contexts: list[str]) -> Verdict: ...
