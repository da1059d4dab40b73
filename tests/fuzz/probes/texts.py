"""Texts that are easily broken on the way in, in the world, or on the way out; and bodies that are no JSON."""

from __future__ import annotations

import json
from typing import Any

from woodpecker_mock.world import Company

from .accounts import APP, found
from .bench import Bench

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


async def probe(bench: Bench) -> None:
    company = bench.company(0)
    await _stored(bench, company)
    for body in _BROKEN:
        await bench.call("createCompanyApiKey", company, body)
        await bench.call(
            "updateMailboxFooter", company, body.replace(b"label", b"footer"), id=next(iter(company.account.mailboxes))
        )
        await bench.call("connectMailboxes", company, body.replace(b"label", b"mailboxes"))
    await _content_types(bench, company)


async def _stored(bench: Bench, company: Company) -> None:
    smtp = next(iter(company.account.mailboxes))
    await bench.call("createCompanies", None, {"companies": [{"name": text} for text in _TEXTS]})
    for index, text in enumerate(_TEXTS):
        await bench.call("updateMailboxFooter", company, {"footer": text}, id=smtp)
        await bench.call("getMailbox", company, id=smtp)
        await bench.call("createCompanyApiKey", company, {"label": text})
        guest = {"name": text, "email": f"guest.{index}@example.net", "guest_permissions": [text]}
        await bench.call("inviteGuests", company, {"guests": [guest]})
        number = found(await bench.call("createMicrosoftCredential", company, APP | {"name": text}), "credential_id")
        await bench.call("updateMicrosoftCredential", company, {"name": f"{text}!"}, credential_id=number)
    for more in (list(_TEXTS), [*_TEXTS, "plain"]):
        await bench.call("addBlacklistedEmails", None, {"emails": more})
        await bench.call("addBlacklistedDomains", None, {"domains": more})
    for name in ("listCompanies", "listBlacklistedEmails", "listBlacklistedDomains"):
        await bench.call(name)
    for text in _TEXTS[:6]:
        await bench.call("listBlacklistedDomains", query={"domain_filter": text})
    for name in ("listMailboxes", "listMicrosoftCredentials", "listCompanyApiKeys", "listCompanyUsers"):
        await bench.call(name, company)
    await bench.call("listCompanyEmailAccounts", company)
    await bench.call("removeBlacklistedEmails", None, {"emails": list(_TEXTS[:4])})
    await bench.call("listBlacklistedEmails")


async def _content_types(bench: Bench, company: Company) -> None:
    """A body is JSON only if it says so; the way in which it says so may vary."""
    smtp = next(iter(company.account.mailboxes))
    plain: dict[str, Any] = {"footer": "<p>Plain</p>"}
    escaped = json.dumps({"footer": _TEXTS[0]}).encode()
    for type_ in (*_TYPES, "application/json", "Application/JSON; charset=utf-8"):
        headers = [("content-type", type_), *bench.acting(company)] if type_ else bench.acting(company)
        for body in (json.dumps(plain).encode(), escaped):
            await bench.call("updateMailboxFooter", company, body, headers=headers, bare=True, id=smtp)
