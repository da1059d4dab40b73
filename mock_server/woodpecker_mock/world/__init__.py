"""What the mock knows: agencies, their companies, people, keys, and what each account holds."""

from .accounts import Account, Agency, ApiKey, Company, User
from .keys import KeyOwner
from .world import World

__all__ = ["Account", "Agency", "ApiKey", "Company", "KeyOwner", "User", "World"]
