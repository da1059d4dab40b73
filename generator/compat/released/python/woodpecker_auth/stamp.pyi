import httpx
from .account import Accounts as Accounts, LaneAccount as LaneAccount
from .base_url import BaseUrl as BaseUrl
from .deadline import DEADLINE_EXTENSION as DEADLINE_EXTENSION, Deadline as Deadline, seconds as seconds
from .errors import PolicyError as PolicyError
from .keys import ClientKey as ClientKey, HQKey as HQKey, Key as Key
from .masking import SECRETS_EXTENSION as SECRETS_EXTENSION, masked_headers as masked_headers
from .policy import COMPANY_HEADER as COMPANY_HEADER, KEY_HEADER as KEY_HEADER, decide as decide
from .scope import CompanyScope as CompanyScope, Scope as Scope, checked_scope as checked_scope
from .secret import Secret as Secret, SecretBytes as SecretBytes
from typing import NoReturn

SCOPE_EXTENSION: str

class Passage:
    def __init__(self, headers: list[tuple[bytes, SecretBytes]], account: LaneAccount | None) -> None: ...
    def stamped(self, request: httpx.Request, deadline: Deadline) -> httpx.Request: ...

class Stamp:
    def __init__(self, key: Key, base_url: BaseUrl, scope: Scope | None) -> None: ...
    def __reduce__(self) -> NoReturn: ...
    def secrets(self) -> tuple[Secret, ...]: ...
    def receive(self, answer: httpx.Response) -> None: ...
    def decide(self, request: httpx.Request) -> Passage: ...
