"""Every call that carries or brings a secret, in every form in which it can be made."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from woodpecker_auth import AsyncPolicyTransport, CompanyScope, HQKey, PolicyTransport, Secret
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency
from woodpecker_client.api.companies import (
    create_company_api_key,
    create_linkedin_account,
    generate_linkedin_connect_link,
    list_company_api_keys,
)
from woodpecker_client.api.mailboxes import connect_mailboxes
from woodpecker_client.api.microsoft_mailboxes import create_microsoft_credential, update_microsoft_credential
from woodpecker_client.models.api_key_create import ApiKeyCreate
from woodpecker_client.models.linkedin_account_create import LinkedinAccountCreate
from woodpecker_client.models.manual_connection_mailbox import ManualConnectionMailbox
from woodpecker_client.models.manual_connection_request import ManualConnectionRequest
from woodpecker_client.models.microsoft_credential_create import MicrosoftCredentialCreate
from woodpecker_client.models.microsoft_credential_update import MicrosoftCredentialUpdate
from woodpecker_runtime.client import AsyncClient, Client

from .canaries import CLIENT_KEY, CLIENT_SECRET, HQ_KEY, IMAP_PASSWORD, SMTP_PASSWORD

EXPIRY = "2027-03-31T23:59:59Z"
IDS = {"tenant_id": "11111111-2222-4333-8444-555555555555", "client_id": "66666666-7777-4888-9999-000000000000"}


def mailbox(**other: Any) -> ManualConnectionMailbox:
    return ManualConnectionMailbox(
        **{
            "smtp_email": "a@example.com", "smtp_password": SMTP_PASSWORD.value, "smtp_server": "s", "smtp_port": 465,
            "imap_email": "a@example.com", "imap_password": IMAP_PASSWORD.value, "imap_server": "i", "imap_port": 993,
            **other,
        }
    )  # fmt: skip


def credential() -> dict[str, Any]:
    return {**IDS, "client_secret": Secret(CLIENT_SECRET.value), "secret_expires_at": EXPIRY}


def renewal() -> dict[str, Any]:
    return {"client_secret": Secret(CLIENT_SECRET.value), "secret_expires_at": EXPIRY}


@dataclass(frozen=True)
class Call:
    """One operation: where its method is on the surface, its function, and what it is given."""

    family: str
    path: str
    function: Any
    ids: tuple[int, ...]
    arguments: Callable[[], dict[str, Any]]
    model: Callable[..., Any] | None = None

    def on_surface(self, root: Any, raw: bool) -> Any:
        *steps, name = self.path.split(".")
        for step in steps:
            root = getattr(root, step)
        return getattr(root.with_raw_response if raw else root, name)(*self.ids, **self.arguments())

    def as_function(self, client: Client | AsyncClient, detailed: bool) -> Any:
        name = ("asyncio" if isinstance(client, AsyncClient) else "sync") + ("_detailed" if detailed else "")
        body = {"body": self.model(**self.arguments())} if self.model else self.arguments()
        return getattr(self.function, name)(*self.ids, client=client, **body)


@dataclass(frozen=True)
class AnyRoute:
    """A route that the spec does not describe, with secrets in what is sent to it."""

    family: str
    method: Any
    path: str
    json: Callable[[], Any]

    def on_surface(self, root: Any, raw: bool) -> Any:
        return root.request(self.method, self.path, json=self.json())


CALLS: dict[str, Call | AnyRoute] = {
    "connect mailboxes": Call(
        "account", "mailboxes.manual_connection.connect", connect_mailboxes, (),
        lambda: {"mailboxes": [mailbox()]}, ManualConnectionRequest,
    ),
    "create credential": Call(
        "account", "mailboxes.microsoft.credentials.create", create_microsoft_credential, (),
        credential, MicrosoftCredentialCreate,
    ),
    "update credential": Call(
        "account", "mailboxes.microsoft.credentials.update", update_microsoft_credential, (4,),
        renewal, MicrosoftCredentialUpdate,
    ),
    "create key": Call(
        "agency", "companies.api_keys.create", create_company_api_key, (7,), lambda: {"label": "crm"}, ApiKeyCreate
    ),
    "list keys": Call("agency", "companies.api_keys.list", list_company_api_keys, (7,), dict),
    "create linkedin": Call(
        "agency", "companies.linkedin_accounts.create", create_linkedin_account, (7,),
        lambda: {"timezone": "Europe/Lisbon"}, LinkedinAccountCreate,
    ),
    "connect link": Call(
        "agency", "companies.linkedin_accounts.generate_connect_link", generate_linkedin_connect_link, (7, 5), dict
    ),
}  # fmt: skip
ANY_ROUTES: dict[str, Call | AnyRoute] = {
    "of an account": AnyRoute(
        "account", "PUT", "/v2/domains/example.com/mailboxes/51001",
        lambda: {"name": "a", "login": {"passwords": [Secret(SMTP_PASSWORD.value), Secret(IMAP_PASSWORD.value)]}},
    ),
    "of an agency": AnyRoute(
        "agency", "POST", "/v2/agency/companies/7/apps", lambda: [{"app": 1, "secret": Secret(CLIENT_SECRET.value)}]
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One way to make calls: `open` gives what they are made on for a family, or None."""

    open: Callable[..., Any]
    root: Callable[[Any, str], Any]
    raw: bool = False
    functions: bool = False

    def start(self, opened: Any, call: Call | AnyRoute) -> Any:
        on = self.root(opened, call.family)
        if self.functions:
            assert isinstance(call, Call)
            return call.as_function(on, self.raw)
        return call.on_surface(on, self.raw)


def _agency(agency: Any, family: str) -> Any:
    return agency if family == "agency" else agency.account(7)


def _account(account: Any, family: str) -> Any:
    return account if family == "account" else None


def _client(client: Any, family: str) -> Any:
    return client if family == "agency" else client.scoped(CompanyScope(7))


def _functions(base_url: str, *, transport: Any = None, follow_redirects: bool = False, **settings: Any) -> Client:
    policy = PolicyTransport(HQKey(HQ_KEY.value), transport, base_url=base_url)
    return Client(base_url, transport=policy, follow_redirects=follow_redirects, **settings)


def _async_functions(base_url: str, *, transport: Any = None, follow_redirects: bool = False, **settings: Any) -> Any:
    policy = AsyncPolicyTransport(HQKey(HQ_KEY.value), transport, base_url=base_url)
    return AsyncClient(base_url, transport=policy, follow_redirects=follow_redirects, **settings)


def _opener(kind: Any, key: str) -> Callable[..., Any]:
    return lambda base_url, **settings: kind(key, base_url=base_url, **settings)


_SURFACE = {
    "Agency": (_opener(Agency, HQ_KEY.value), _agency),
    "Account": (_opener(Account, CLIENT_KEY.value), _account),
    "AsyncAgency": (_opener(AsyncAgency, HQ_KEY.value), _agency),
    "AsyncAccount": (_opener(AsyncAccount, CLIENT_KEY.value), _account),
}
FORMS = {
    **{name: Form(*how) for name, how in _SURFACE.items()},
    **{f"{name}, raw": Form(*how, raw=True) for name, how in _SURFACE.items()},
    "functions": Form(_functions, _client, functions=True),
    "functions, detailed": Form(_functions, _client, functions=True, raw=True),
    "async functions": Form(_async_functions, _client, functions=True),
    "async functions, detailed": Form(_async_functions, _client, functions=True, raw=True),
}


def make(
    form: Form, base_url: str, calls: list[str] | None = None, known: Any = CALLS, **settings: Any
) -> Iterator[Any]:
    """Make the calls that a form has, one after the other; what each gave or raised, and last the client."""
    opened = form.open(base_url, **settings)
    chosen = [known[name] for name in calls or known if form.root(opened, known[name].family) is not None]
    assert chosen
    if hasattr(opened, "__aenter__"):
        yield from asyncio.run(_all_async(form, opened, chosen))
    else:
        with opened:
            yield from [_outcome(form, opened, call) for call in chosen]
    yield opened


def _outcome(form: Form, opened: Any, call: Call | AnyRoute) -> Any:
    try:
        result = form.start(opened, call)
        return list(result) if inspect.isgenerator(result) or hasattr(result, "__next__") else result
    except Exception as failure:
        return failure


async def _all_async(form: Form, opened: Any, calls: list[Call | AnyRoute]) -> list[Any]:
    async with opened:
        return [await _async_outcome(form, opened, call) for call in calls]


async def _async_outcome(form: Form, opened: Any, call: Call | AnyRoute) -> Any:
    try:
        return await form.start(opened, call)
    except Exception as failure:
        return failure


@contextmanager
def no_pauses() -> Iterator[None]:
    """Retries at once."""
    from woodpecker_runtime import retries

    before = retries.random.uniform
    retries.random.uniform = lambda least, most: 0.0
    try:
        yield
    finally:
        retries.random.uniform = before
