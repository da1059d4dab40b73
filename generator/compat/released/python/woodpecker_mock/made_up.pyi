from .accounts import Access as Access, Account as Account, Agency as Agency, ApiKey as ApiKey, Company as Company, User as User
from .activity import Activity as Activity
from .ids import Ids as Ids
from .pairs import pair as pair
from collections.abc import Sequence
from datetime import date

def people(ids: Ids, agency: str) -> list[User]: ...
def agency(ids: Ids, today: date, name: str, clients: Sequence[str], *, access: Access = 'full', users: list[User] | None = None, most_mailboxes: int = 3) -> Agency: ...
