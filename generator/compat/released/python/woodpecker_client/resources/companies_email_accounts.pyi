import builtins
from ..api.companies import list_company_email_accounts as list_company_email_accounts
from ..client import Client as Client
from ..models.email_account import EmailAccount as EmailAccount
from ..models.email_account_list import EmailAccountList as EmailAccountList
from ..paging import Pagination as Pagination
from ..types import Response as Response, Timeout as Timeout, UNSET as UNSET, Unset as Unset

class CompaniesEmailAccounts:
    def __init__(self, client: Client) -> None: ...
    @property
    def with_raw_response(self) -> RawCompaniesEmailAccounts: ...
    def list(self, company_id: int, *, timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> builtins.list[EmailAccount]: ...

class RawCompaniesEmailAccounts:
    def __init__(self, client: Client) -> None: ...
    def list(self, company_id: int, *, timeout: Timeout | Unset = ..., deadline: float | None | Unset = ...) -> Response[EmailAccountList]: ...
