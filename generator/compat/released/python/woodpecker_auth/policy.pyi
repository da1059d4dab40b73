from .errors import PolicyError as PolicyError
from .keys import ClientKey as ClientKey, HQKey as HQKey, Key as Key
from .scope import CompanyScope as CompanyScope, OWN_ACCOUNT as OWN_ACCOUNT, Scope as Scope
from typing import TypeAlias

KEY_HEADER: str
COMPANY_HEADER: str
RouteFamily: TypeAlias

def decide(key: Key, family: RouteFamily, scope: Scope | None) -> dict[str, str]: ...
