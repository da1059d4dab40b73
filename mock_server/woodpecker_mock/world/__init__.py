"""The data of the mock: agencies, their companies, people, keys, and what each account holds."""

from .accounts import AccountRecord, AgencyRecord, ApiKey, CompanyRecord, User
from .keys import KeyOwner
from .world import World

__all__ = ["AccountRecord", "AgencyRecord", "ApiKey", "CompanyRecord", "KeyOwner", "User", "World"]
