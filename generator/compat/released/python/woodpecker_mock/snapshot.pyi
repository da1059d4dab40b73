from .accounts import Account as Account, Agency as Agency, ApiKey as ApiKey, Company as Company, Json as Json, User as User
from .activity import Activity as Activity, FIGURES as FIGURES
from .batch import Batch as Batch
from .ids import Ids as Ids
from collections.abc import Iterable

def taken(agencies: Iterable[Agency], ids: Ids) -> str: ...
