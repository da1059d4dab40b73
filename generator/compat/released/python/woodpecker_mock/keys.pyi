from .accounts import Agency as Agency, ApiKey as ApiKey, Company as Company
from typing import NamedTuple

class Holder(NamedTuple):
    agency: Agency
    key: ApiKey
    company: Company | None
    @property
    def kind(self) -> str: ...

class KeyRing:
    def __init__(self) -> None: ...
    def find(self, agencies: list[Agency], key: str) -> Holder | None: ...
