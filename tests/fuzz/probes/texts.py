"""Texts that are easily broken on the way in, in the world, or on the way out; and bodies that are no JSON."""

from __future__ import annotations

import json
from typing import Any

from woodpecker_mock.world import CompanyRecord

from .accounts import APP, found
from .harness import Harness

_TEXTS = (
    "Ångström Optik",
    "Cafe\u0301 Zu\u0308rich",
    "日本語クリニック",
    "مكتب الرحلات",
    "Поиск & «Партнёры»",
    "🦜 Parrot 👩‍💻",
    'quote " backslash \\ slash / tab \t line \n',
    "<b>&amp; 'markup'</b> %20 {{UNSUBSCRIBE}}",
    "line\u2028separator \ufeff mark \u0000 nothing",
    "x" * 5000,
)
_BROKEN = (
    b"",
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b'{"label": "one",}',
    b'{"label": "one"} more',
    b"\xef\xbb\xbf" + b'{"label": "mark"}',
    '{"label": "Ångström"}'.encode("latin-1"),
    '{"label": "Ångström"}'.encode("utf-16"),
    b'{"label": "\\ud800"}',
    b'{"label": NaN}',
    b'{"label": 1e400}',
    b'{"label": "one", "number": 1e400}',
    b'{"label": ' + b"9" * 5000 + b"}",
    b'{"label": ' + b"[" * 100_000 + b"}",
    b"label=one",
)
_TYPES = ("text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonp", "")


async def probe(harness: Harness) -> None:
    company = harness.company(0)
    await _stored(harness, company)
    for body in _BROKEN:
        await harness.call("createCompanyApiKey", company, body)
        await harness.call(
            "updateMailboxFooter", company, body.replace(b"label", b"footer"), id=next(iter(company.account.mailboxes))
        )
        await harness.call("connectMailboxes", company, body.replace(b"label", b"mailboxes"))
    await _content_types(harness, company)


async def _stored(harness: Harness, company: CompanyRecord) -> None:
    smtp = next(iter(company.account.mailboxes))
    await harness.call("createCompanies", None, {"companies": [{"name": text} for text in _TEXTS]})
    for index, text in enumerate(_TEXTS):
        await harness.call("updateMailboxFooter", company, {"footer": text}, id=smtp)
        await harness.call("getMailbox", company, id=smtp)
        await harness.call("createCompanyApiKey", company, {"label": text})
        guest = {"name": text, "email": f"guest.{index}@example.net", "guest_permissions": [text]}
        await harness.call("inviteGuests", company, {"guests": [guest]})
        number = found(await harness.call("createMicrosoftCredential", company, APP | {"name": text}), "credential_id")
        await harness.call("updateMicrosoftCredential", company, {"name": f"{text}!"}, credential_id=number)
    for more in (list(_TEXTS), [*_TEXTS, "plain"]):
        await harness.call("addBlacklistedEmails", None, {"emails": more})
        await harness.call("addBlacklistedDomains", None, {"domains": more})
    for name in ("listCompanies", "listBlacklistedEmails", "listBlacklistedDomains"):
        await harness.call(name)
    for text in _TEXTS[:6]:
        await harness.call("listBlacklistedDomains", query={"domain_filter": text})
    for name in ("listMailboxes", "listMicrosoftCredentials", "listCompanyApiKeys", "listCompanyUsers"):
        await harness.call(name, company)
    await harness.call("listCompanyEmailAccounts", company)
    await harness.call("removeBlacklistedEmails", None, {"emails": list(_TEXTS[:4])})
    await harness.call("listBlacklistedEmails")


async def _content_types(harness: Harness, company: CompanyRecord) -> None:
    """A body is JSON only if it says so; the way in which it says so may vary."""
    smtp = next(iter(company.account.mailboxes))
    plain: dict[str, Any] = {"footer": "<p>Plain</p>"}
    escaped = json.dumps({"footer": _TEXTS[0]}).encode()
    for type_ in (*_TYPES, "application/json", "Application/JSON; charset=utf-8"):
        headers = [("content-type", type_), *harness.acting(company)] if type_ else harness.acting(company)
        for body in (json.dumps(plain).encode(), escaped):
            await harness.call("updateMailboxFooter", company, body, headers=headers, bare=True, id=smtp)
